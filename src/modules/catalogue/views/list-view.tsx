import { Fragment } from 'preact';
import { say } from '../../../lib/locale.ts';
import { BackLink, EmptyState, type PageFrame, PageTitle, SearchBox, Split } from '../../../ui/index.ts';
import type { ServiceLine } from '../lines.ts';
import { messagesFor } from '../messages.ts';
import type { LifeEvent } from '../types.ts';
import { CatalogueFrame } from './citizen-frame.tsx';
import { ServiceRows } from './service-rows.tsx';

/** A link to a part of the list, with how many services it holds. */
export interface ListFilter {
  readonly href: string;
  readonly name: string;
  readonly count: number;
  readonly current: boolean;
}
export interface ListProps {
  readonly frame: PageFrame;
  readonly total: number;
  readonly groups: readonly {
    readonly key: string;
    readonly name: string;
    readonly services: readonly ServiceLine[];
  }[];
  readonly filtered?: string | undefined; // name of what is shown, when not all
  readonly sectors: readonly ListFilter[];
  readonly units: readonly ListFilter[];
  readonly events: readonly ListFilter[];
}

export function ListView(props: ListProps) {
  const { frame, filtered, groups } = props;
  const words = messagesFor(frame.locale);
  const shown = groups.reduce((sum, group) => sum + group.services.length, 0);
  const lead = filtered ? words.list.filtered(shown, filtered) : words.list.lead(props.total);
  return (
    <CatalogueFrame frame={frame} title={filtered ?? words.list.title}>
      {filtered && <BackLink href="/layanan" label={words.service.all} />}
      <PageTitle title={filtered ?? words.list.title} lead={lead} />
      {!filtered && <SearchBox action="/cari" label={words.search.label} labelHidden hint={words.home.hint} />}
      <Split aside={<Filters {...props} />}>
        {shown === 0 && (
          <EmptyState title={words.list.none}>
            <p>
              <a href="/layanan">{words.list.clear}</a>
            </p>
          </EmptyState>
        )}
        {groups.map((group) => (
          <Fragment key={group.key}>
            {groups.length > 1 && <h2>{group.name}</h2>}
            <ServiceRows services={group.services} />
          </Fragment>
        ))}
      </Split>
    </CatalogueFrame>
  );
}

function Filters({ frame, sectors, units, events }: ListProps) {
  const words = messagesFor(frame.locale).list;
  return (
    <>
      <FilterLinks id="peristiwa" title={words.events} filters={events} frame={frame} />
      <FilterLinks id="bidang" title={words.sectors} filters={sectors} frame={frame} />
      <FilterLinks id="kantor" title={words.units} filters={units} frame={frame} />
    </>
  );
}

function FilterLinks(props: { id: string; title: string; filters: readonly ListFilter[]; frame: PageFrame }) {
  const words = messagesFor(props.frame.locale).list;
  if (props.filters.length === 0) return null;
  return (
    <nav class="stack" id={props.id} aria-labelledby={`${props.id}-judul`}>
      <h2 id={`${props.id}-judul`}>{props.title}</h2>
      <ul class="links">
        {props.filters.map((filter) => (
          <li key={filter.href}>
            <a href={filter.href} aria-current={filter.current ? 'true' : undefined}>
              {words.counted(filter.name, filter.count)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface EventProps {
  readonly frame: PageFrame;
  readonly event: LifeEvent;
  readonly services: readonly ServiceLine[];
  readonly others: readonly LifeEvent[];
}

/** Everything one life event may need. */
export function EventView({ frame, event, services, others }: EventProps) {
  const words = messagesFor(frame.locale);
  const title = say(event.title, frame.locale);
  const links = (
    <nav class="stack" aria-labelledby="lain">
      <h2 id="lain">{words.list.others}</h2>
      <ul class="links">
        {others.map((other) => (
          <li key={other.slug}>
            <a href={`/peristiwa/${other.slug}`}>{say(other.title, frame.locale)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <CatalogueFrame frame={frame} title={title} description={say(event.summary, frame.locale)}>
      <BackLink href="/layanan" label={words.service.all} />
      <PageTitle title={title} lead={say(event.summary, frame.locale)} />
      <Split aside={links}>
        {services.length > 0 ? <ServiceRows services={services} /> : <EmptyState title={words.list.none} />}
      </Split>
    </CatalogueFrame>
  );
}
