import {
  CitizenPage,
  LinkButton,
  type PageFrame,
  PageTitle,
  Pagination,
  type SelectGroup,
  Split,
} from '../../../ui/index.ts';
import type { Entry } from '../feeds/entry.ts';
import { addressWith, type BoardQuery, isFiltered } from '../filter.ts';
import { messagesFor } from '../messages.ts';
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
  readonly map: { readonly tiles: string | undefined; readonly attribution: string };
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
        <h2 id="daftar">{words.list}</h2>
        {entries.length === 0 && <p>{isFiltered(query) ? words.empty : words.none}</p>}
        <Entries entries={entries} frame={frame} />
        <Pagination
          previousHref={query.setelah ? addressWith('/laporan', query) : undefined}
          nextHref={next ? addressWith('/laporan', query, next) : undefined}
        />
      </Split>
    </CitizenPage>
  );
}

/** Filled by the script; without it nothing stands here, and the list below says the same. */
function BoardMap({ frame, query, map }: ListViewProps) {
  const words = messagesFor(frame.locale).map;
  const { mapScript, mapCss } = frame.assets;
  if (mapScript === undefined || frame.saveData) return null;
  return (
    <section
      class="boardmap"
      hidden
      aria-label={words.label}
      data-module="board-map"
      data-script={mapScript}
      data-css={mapCss}
      data-points={addressWith('/laporan.geojson', query)}
      data-tiles={map.tiles}
      data-attribution={map.attribution}
      data-failed={words.failed}
      data-many={words.many}
      data-zoom-in={words.zoomIn}
      data-zoom-out={words.zoomOut}
    />
  );
}
