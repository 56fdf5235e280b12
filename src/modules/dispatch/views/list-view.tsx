import { groupCaseNumber } from '../../../lib/case-number.ts';
import {
  Button,
  CaseNumber,
  CsrfInput,
  DueChip,
  EmptyState,
  FigureCard,
  FigureGrid,
  FilterBar,
  type FilterChoice,
  LinkButton,
  type MapGroundProps,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { addressOf, isFiltered, type ListQuery, listAddress, type Show, shows } from '../filter.ts';
import { messagesFor } from '../messages.ts';
import { priorityValues } from '../rules.ts';
import type { Option } from '../service/choices.ts';
import type { ListRow } from '../service/rows.ts';
import { Figures, type ShownFigures } from './figures.tsx';
import { ForwardForm } from './forward-form.tsx';
import { ListMap } from './map-view.tsx';
import { OfferForm } from './offer-form.tsx';
import { DispatchPage } from './shell.tsx';

export const flashes = ['disanggupi', 'ditolak', 'diteruskan', 'diurungkan', 'berubah', 'terlambat', 'pilih'] as const;
export interface ListFlash {
  readonly code: (typeof flashes)[number];
  readonly number: string;
  readonly undo: string | undefined; // request id of taking it back, while that is possible
}
export interface ListViewProps {
  readonly frame: PageFrame;
  readonly query: ListQuery;
  readonly show: Show;
  readonly counts: Readonly<Record<'danger' | 'toSort' | 'late' | 'waiting', string>>;
  readonly units: readonly Option[];
  readonly categories: readonly Option[];
  readonly areas: readonly Option[];
  readonly rows: readonly (ListRow & { readonly requestId: string })[];
  readonly next: string | undefined;
  readonly flash: ListFlash | undefined;
  readonly figures: ShownFigures;
  readonly bulk: boolean; // several may be chosen
  readonly ground: MapGroundProps;
  readonly news: number; // watched cases with something new
}

const unbroken = (number: string): string => groupCaseNumber(number).replaceAll(' ', '\u00a0');

function Flash({ frame, flash, back }: { frame: PageFrame; flash: ListFlash; back: string }) {
  const words = messagesFor(frame.locale);
  return (
    <div class="inset row flashline" role="status">
      <p>
        {words.flash[flash.code](unbroken(flash.number))}{' '}
        {flash.number && <a href={`${listAddress}/${flash.number}`}>{words.list.open}</a>}
      </p>
      {flash.undo && (
        <form method="post" action={`${listAddress}/${flash.number}/urungkan`} data-module="form">
          <CsrfInput />
          <input type="hidden" name="requestId" value={flash.undo} />
          <input type="hidden" name="kembali" value={back} />
          <Button kind="secondary" small icon="reply">
            {words.forward.undo}
          </Button>
        </form>
      )}
    </div>
  );
}

function Counters({ frame, counts }: Pick<ListViewProps, 'frame' | 'counts'>) {
  const words = messagesFor(frame.locale).list.counters;
  const to = (tampil: Show) => addressOf({ tampil });
  const red = (count: string) => (count === '0' ? undefined : 'late');
  return (
    <FigureGrid>
      <FigureCard value={counts.danger} label={words.danger} href={to('bahaya')} tone={red(counts.danger)} />
      <FigureCard value={counts.toSort} label={words.toSort} href={to('urut')} />
      <FigureCard value={counts.late} label={words.late} href={to('lewat')} tone={red(counts.late)} />
      <FigureCard value={counts.waiting} label={words.waiting} href={to('pelapor')} />
    </FigureGrid>
  );
}

function filtersOf({ frame, query, show, units, categories, areas }: ListViewProps): FilterChoice[] {
  const words = messagesFor(frame.locale);
  const { list } = words;
  const all = { value: '', label: list.all };
  const priorities = priorityValues.map((value) => ({ value, label: words.forward.priorities[value] }));
  return [
    {
      name: 'tampil',
      label: list.show,
      value: show,
      options: shows.map((value) => ({ value, label: list.shows[value] })),
    },
    { name: 'unit', label: list.unit, value: query.unit, options: [all, ...units] },
    { name: 'kategori', label: list.category, value: query.kategori, options: [all, ...categories] },
    { name: 'wilayah', label: list.area, value: query.wilayah, options: [all, ...areas] },
    { name: 'prioritas', label: list.priority, value: query.prioritas, options: [all, ...priorities] },
    {
      name: 'peta',
      label: words.map.as,
      value: query.peta,
      options: [
        { value: '', label: words.map.asTable },
        { value: '1', label: words.map.asMap },
      ],
    },
  ];
}

/** Whose it is as long as nobody has accepted: said to both sides. */
function OfferLine({ frame, offer }: { frame: PageFrame; offer: NonNullable<ListRow['offer']> }) {
  const words = messagesFor(frame.locale).offer;
  return <span class="small line">{offer.mine ? words.asked(offer.by) : words.waits(offer.to, offer.by)}</span>;
}

interface LineProps {
  readonly frame: PageFrame;
  readonly row: ListViewProps['rows'][number];
  readonly back: string;
  readonly bulk: boolean;
}
function Line({ frame, row, back, bulk }: LineProps) {
  const words = messagesFor(frame.locale).list;
  return (
    <tr class={row.due?.kind === 'late' || row.danger ? 'is-late' : undefined}>
      {bulk && (
        <td class="pick">
          <label>
            <input type="checkbox" name="pilih" value={row.number} form={bulkForm} />
            <span class="hide">{messagesFor(frame.locale).batch.selectOne(unbroken(row.number))}</span>
          </label>
        </td>
      )}
      <td>
        {row.due && <DueChip {...row.due} />}
        {row.danger && <strong class="line small dangerword">{words.danger}</strong>}
      </td>
      <th scope="row">
        <a href={`${listAddress}/${row.number}`}>
          <CaseNumber number={row.number} />
        </a>
        <span class="small line">{words.reported(row.reported)}</span>
        {row.unit && <span class="small line">{words.with(row.unit)}</span>}
        {row.offer && <OfferLine frame={frame} offer={row.offer} />}
        {row.secret && <span class="small line">{words.secret}</span>}
      </th>
      <td>
        <div class="reportcell">
          {row.photo && (
            <img
              src={`${listAddress}/${row.number}/foto/${row.photo}?ukuran=kecil`}
              alt={words.photo(unbroken(row.number))}
              loading="lazy"
              width="96"
              height="72"
            />
          )}
          <div>
            <p>{row.text}</p>
            <p class="small">{row.place ?? words.noPlace}</p>
          </div>
        </div>
      </td>
      <td>
        {row.unit === undefined && <ForwardForm frame={frame} row={row} requestId={row.requestId} back={back} />}
        {row.offer?.mine && <OfferForm frame={frame} number={row.number} requestId={row.requestId} back={back} />}
      </td>
    </tr>
  );
}

const bulkForm = 'banyak';

/** The boxes stand in the table and belong to this form: each row has a form of its own, and forms do not stand in forms. */
function BulkBar({ frame, query, show }: Pick<ListViewProps, 'frame' | 'query' | 'show'>) {
  const words = messagesFor(frame.locale).batch;
  const kept = { ...query, tampil: show, lanjut: undefined };
  return (
    <form id={bulkForm} class="bulk-bar" method="post" action={`${listAddress}/banyak`}>
      <CsrfInput />
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <p role="status" class="num" data-target="count" />
      <label class="check-inline">
        <input type="checkbox" name="semua" value="1" /> <span>{words.allFound}</span>
      </label>
      <div class="buttons">
        <Button icon="forward" kind="secondary" name="aksi" value="teruskan">
          {words.forward}
        </Button>
        <Button icon="people" kind="secondary" name="aksi" value="gabung">
          {words.join}
        </Button>
      </div>
    </form>
  );
}

function Rows(props: ListViewProps & { readonly back: string }) {
  const { frame, rows, back, bulk } = props;
  const { list, batch } = messagesFor(frame.locale);
  return (
    <div
      class="stack"
      data-module={bulk ? 'bulk' : undefined}
      data-selected={batch.selected}
      data-all={batch.selectAll}
    >
      <table class="table table-stacked inbox reportlist" data-module="inbox">
        <caption>{list.caption}</caption>
        <thead>
          <tr>
            {bulk && (
              <th scope="col">
                <span class="hide">{batch.select}</span>
              </th>
            )}
            <th scope="col">{list.columns.due}</th>
            <th scope="col">{list.columns.number}</th>
            <th scope="col">{list.columns.report}</th>
            <th scope="col">{list.columns.next}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.number} frame={frame} row={row} back={back} bulk={bulk} />
          ))}
        </tbody>
      </table>
      {bulk && <BulkBar {...props} />}
    </div>
  );
}

export function ListView(props: ListViewProps) {
  const { frame, query, rows, next, flash, show } = props;
  const words = messagesFor(frame.locale).list;
  const back = addressOf(query);
  return (
    <DispatchPage frame={frame} title={words.title} onList news={props.news}>
      {flash && <Flash frame={frame} flash={flash} back={back} />}
      <PageTitle title={words.title} />
      <Counters frame={frame} counts={props.counts} />
      <Figures frame={frame} figures={props.figures} />
      {props.bulk && (
        <p>
          <a href={`${listAddress}/banyak`}>{messagesFor(frame.locale).batches.title}</a>
        </p>
      )}
      <FilterBar
        action={listAddress}
        query={{ name: 'q', label: words.text, value: query.q }}
        filters={filtersOf(props)}
        clearHref={isFiltered(query) ? addressOf({ tampil: show }) : undefined}
      />
      {rows.length === 0 && (
        <EmptyState title={words.empty} icon="inbox">
          <p>{words.emptyNote}</p>
        </EmptyState>
      )}
      {rows.length > 0 && query.peta === '1' && <ListMap frame={frame} ground={props.ground} rows={rows} />}
      {rows.length > 0 && query.peta !== '1' && <Rows {...props} back={back} />}
      {(next || query.lanjut) && (
        <p class="row">
          {query.lanjut && <a href={addressOf({ ...query, lanjut: undefined })}>{words.first}</a>}
          {next && (
            <LinkButton href={addressOf({ ...query, lanjut: next })} kind="secondary">
              {words.more}
            </LinkButton>
          )}
        </p>
      )}
    </DispatchPage>
  );
}
