import { say } from '../../../lib/locale.ts';
import { EmptyState, type PageFrame, SearchBox } from '../../../ui/index.ts';
import type { ServiceLine } from '../lines.ts';
import { messagesFor } from '../messages.ts';
import type { LifeEvent } from '../types.ts';
import { CatalogueFrame } from './citizen-frame.tsx';
import { ServiceRows } from './service-rows.tsx';

export interface SearchProps {
  readonly frame: PageFrame;
  readonly query: string;
  readonly found: readonly ServiceLine[];
  readonly nearest: readonly ServiceLine[];
  readonly popular: readonly ServiceLine[];
  readonly meant?: string | undefined;
  readonly events: readonly LifeEvent[];
  readonly complaint?: string | undefined;
}

export function SearchView(props: SearchProps) {
  const { frame, query, found } = props;
  const words = messagesFor(frame.locale).search;
  const title = query === '' ? words.title : words.titleFor(query);
  return (
    <CatalogueFrame frame={frame} title={title} robots="noindex">
      <h1>{title}</h1>
      <SearchBox action="/cari" label={words.label} labelHidden value={query} />
      {query === '' && <p>{words.empty}</p>}
      {props.meant && <p class="small">{words.understood(props.meant)}</p>}
      {found.length > 0 && (
        <>
          <p class="small" role="status">
            {words.count(found.length)}
          </p>
          <ServiceRows services={found} />
          <Person {...props} />
        </>
      )}
      {query !== '' && found.length === 0 && <Nothing {...props} />}
      {found.length === 0 && <Browse frame={frame} events={props.events} />}
    </CatalogueFrame>
  );
}

function Nothing(props: SearchProps) {
  const words = messagesFor(props.frame.locale).search;
  return (
    <>
      <EmptyState title={words.none(props.query)} icon="search">
        <Person {...props} />
      </EmptyState>
      <h2>{props.nearest.length > 0 ? words.nearest : words.popular}</h2>
      <ServiceRows services={props.nearest.length > 0 ? props.nearest : props.popular} />
    </>
  );
}

function Person({ frame, complaint }: SearchProps) {
  const words = messagesFor(frame.locale).search;
  return (
    <p class="row">
      <span>{words.person}</span>
      <a href="/bantuan">{words.askPerson}</a>
      {complaint && <a href={`/layanan/${complaint}`}>{words.asReport}</a>}
    </p>
  );
}

function Browse({ frame, events }: { frame: PageFrame; events: readonly LifeEvent[] }) {
  const words = messagesFor(frame.locale);
  return (
    <>
      <h2>{words.search.browse}</h2>
      <ul class="links">
        {events.map((event) => (
          <li key={event.slug}>
            <a href={`/peristiwa/${event.slug}`}>{say(event.title, frame.locale)}</a>
          </li>
        ))}
        <li>
          <a href="/layanan">{words.list.title}</a>
        </li>
      </ul>
    </>
  );
}
