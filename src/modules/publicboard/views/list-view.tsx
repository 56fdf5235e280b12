import {
  CitizenPage,
  LinkButton,
  type MapGroundProps,
  type PageFrame,
  PageTitle,
  Pagination,
  PointMap,
  type SelectGroup,
  Split,
} from '../../../ui/index.ts';
import type { Entry } from '../feeds/entry.ts';
import { addressWith, type BoardQuery, isFiltered } from '../filter.ts';
import { messagesFor } from '../messages.ts';
import { AreaCounts, type CountedAreas, Sketch } from './areas-view.tsx';
import { Entries } from './entries-view.tsx';
import { FilterForm } from './filter-view.tsx';
import { ReuseView } from './reuse-view.tsx';

export interface ListViewProps {
  readonly frame: PageFrame;
  readonly query: BoardQuery;
  readonly entries: readonly Entry[];
  readonly next: string | null;
  readonly categories: readonly SelectGroup[];
  readonly areas: readonly SelectGroup[];
  readonly ground: MapGroundProps;
  readonly counted: CountedAreas;
  readonly month: string; // the last whole one, 'YYYY-MM'
  readonly publicUrl: string;
}

export function ListView(props: ListViewProps) {
  const { frame, query, entries, next } = props;
  const words = messagesFor(frame.locale);
  return (
    <CitizenPage frame={frame} title={words.title} description={words.lead} active="laporan">
      <PageTitle title={words.title} lead={words.lead} />
      <p>
        <LinkButton href="/lapor" icon="plus">
          {words.report}
        </LinkButton>
      </p>
      <Split aside={<ReuseView query={query} month={props.month} publicUrl={props.publicUrl} locale={frame.locale} />}>
        <FilterForm {...props} locale={frame.locale} />
        <BoardMap {...props} />
        <AreaCounts {...props.counted} locale={frame.locale} />
        <h2 id="daftar">{words.list}</h2>
        {entries.length === 0 && <p>{next ? words.emptySoFar : isFiltered(query) ? words.empty : words.none}</p>}
        <Entries entries={entries} frame={frame} />
        <Pagination
          previousHref={query.setelah ? addressWith('/laporan', query) : undefined}
          nextHref={next ? addressWith('/laporan', query, next) : undefined}
        />
      </Split>
    </CitizenPage>
  );
}

/** The drawing of the server stands here until the map does. */
function BoardMap({ frame, query, ground, counted }: ListViewProps) {
  const words = messagesFor(frame.locale).map;
  return (
    <PointMap
      ground={ground}
      label={words.label}
      points={addressWith('/laporan.geojson', query)}
      area={query.wilayah}
      many={words.many}
      failed={words.failed}
    >
      {counted.outlines.length > 0 && <Sketch {...counted} query={query} />}
    </PointMap>
  );
}
