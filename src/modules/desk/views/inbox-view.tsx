import { groupCaseNumber } from '../../../lib/case-number.ts';
import {
  Button,
  CsrfInput,
  EmptyState,
  FigureCard,
  FigureGrid,
  FilterBar,
  InboxTable,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import type { DeskRow } from '../service/inbox-rows.ts';
import { DeskPage, Flash } from './shell.tsx';

export const shows = ['semua', 'lewat', 'hari-ini', 'saya', 'menunggu-warga', 'dinaikkan'] as const;
export type Show = (typeof shows)[number];

export interface InboxViewProps {
  readonly frame: PageFrame;
  readonly shift: string; // who, where, now
  readonly desks: string;
  readonly counts: Readonly<Record<'late' | 'dueToday' | 'waitingForMe' | 'waitingForApplicant', string>>;
  readonly waiting: number;
  readonly news: number; // watched cases with something new
  readonly show: Show;
  readonly service: string | undefined;
  readonly services: readonly { readonly value: string; readonly label: string }[];
  readonly rows: readonly DeskRow[];
  readonly nextHref: string | undefined;
  readonly firstHref: string | undefined;
  readonly nextDue: string | undefined; // when this list is empty
  readonly raised: string | undefined; // how many were passed up to this officer; undefined when none
  readonly flash: { readonly code: FlashCode; readonly number: string | undefined } | undefined;
}

const rowForm = 'ambil-berkas';

function Counters({ counts, frame }: Pick<InboxViewProps, 'counts' | 'frame'>) {
  const words = messagesFor(frame.locale).inbox.counters;
  return (
    <FigureGrid>
      <FigureCard
        value={counts.late}
        label={words.late}
        href="/petugas?tampil=lewat"
        tone={counts.late === '0' ? undefined : 'late'}
      />
      <FigureCard value={counts.dueToday} label={words.dueToday} href="/petugas?tampil=hari-ini" />
      <FigureCard value={counts.waitingForMe} label={words.waitingForMe} href="/petugas" />
      <FigureCard
        value={counts.waitingForApplicant}
        label={words.waitingForApplicant}
        href="/petugas?tampil=menunggu-warga"
      />
    </FigureGrid>
  );
}

function Holder({ row, frame }: { row: DeskRow; frame: PageFrame }) {
  const words = messagesFor(frame.locale).inbox;
  if (row.holder.kind !== 'nobody' || row.taskId === undefined) return <>{row.holder.name}</>;
  return (
    <button
      class="button button-secondary button-small"
      type="submit"
      form={rowForm}
      formaction={`/petugas/berkas/${row.number}/ambil`}
      name="task"
      value={row.taskId}
    >
      {words.take}
      <span class="hide"> {words.takeOf(groupCaseNumber(row.number))}</span>
    </button>
  );
}

function Rows(props: InboxViewProps) {
  const { frame, rows } = props;
  const words = messagesFor(frame.locale).inbox;
  const signing = rows.some((row) => row.signable);
  return (
    <>
      {/* Buttons of the rows belong to this form, because a form cannot stand inside the one for signing many. */}
      <form id={rowForm} method="post" action="/petugas">
        <CsrfInput />
      </form>
      <InboxTable
        rows={rows.map((row) => ({
          ...row,
          href: `/petugas/berkas/${row.number}`,
          selectable: row.signable,
          holder: <Holder row={row} frame={frame} />,
        }))}
        labels={words.labels}
        caption={captions(words)[props.show]}
        select={
          signing
            ? {
                action: '/petugas/tanda-tangan-banyak',
                name: 'pilih',
                buttons: (
                  <Button icon="sign" kind="secondary">
                    {words.signMany}
                  </Button>
                ),
              }
            : undefined
        }
      />
    </>
  );
}

const captions = (words: ReturnType<typeof messagesFor>['inbox']): Partial<Record<Show, string>> => ({
  'menunggu-warga': words.waitingCaption,
  dinaikkan: words.raisedCaption,
});

function Nothing({ frame, show, service, nextDue }: InboxViewProps) {
  const words = messagesFor(frame.locale).inbox;
  const filtered = show !== 'semua' || service !== undefined;
  return (
    <EmptyState title={filtered ? words.emptyFiltered : words.empty} icon="inbox">
      <p>{nextDue ? words.next(nextDue) : words.emptyNote}</p>
      {filtered && (
        <p>
          <a href="/petugas">{words.showAll}</a>
        </p>
      )}
    </EmptyState>
  );
}

const unbroken = (number: string): string => groupCaseNumber(number).replaceAll(' ', '\u00a0');

export function FlashLine({
  frame,
  flash,
  rows,
}: Pick<InboxViewProps, 'frame' | 'flash'> & { rows: readonly DeskRow[] }) {
  if (!flash) return null;
  const words = messagesFor(frame.locale);
  const next = rows[0];
  const isStep = flash.code === 'tersimpan';
  return (
    <Flash text={words.flash[flash.code](flash.number ? unbroken(flash.number) : '')}>
      {isStep && (
        <p class="row">
          {next && (
            <LinkButton href={`/petugas/berkas/${next.number}`} kind="secondary" icon="forward" small>
              {words.nextCase}
            </LinkButton>
          )}
          {flash.number && <a href={`/petugas/berkas/${flash.number}`}>{words.openAgain}</a>}
        </p>
      )}
    </Flash>
  );
}

export function InboxView(props: InboxViewProps) {
  const { frame, rows, show, service } = props;
  const words = messagesFor(frame.locale).inbox;
  const filtered = show !== 'semua' || service !== undefined;
  return (
    <DeskPage frame={frame} title={words.title} current="inbox" waiting={props.waiting} news={props.news}>
      <FlashLine frame={frame} flash={props.flash} rows={rows} />
      <PageTitle title={words.title} />
      <p>
        {props.shift} <span class="line small">{words.onDuty(props.desks)}</span>
      </p>
      <Counters frame={frame} counts={props.counts} />
      {props.raised && show !== 'dinaikkan' && (
        <Inset>
          <p>
            {words.raisedLine(props.raised)} <a href="/petugas?tampil=dinaikkan">{words.raisedOpen}</a>
          </p>
        </Inset>
      )}
      <FilterBar
        action="/petugas"
        filters={[
          {
            name: 'tampil',
            label: words.show,
            value: show === 'semua' ? '' : show,
            options: shows.map((value) => ({ value: value === 'semua' ? '' : value, label: words.shows[value] })),
          },
          {
            name: 'layanan',
            label: words.service,
            value: service,
            options: [{ value: '', label: words.allServices }, ...props.services],
          },
        ]}
        clearHref={filtered ? '/petugas' : undefined}
      />
      {rows.length > 0 ? <Rows {...props} /> : <Nothing {...props} />}
      {(props.nextHref || props.firstHref) && (
        <p class="row">
          {props.firstHref && <a href={props.firstHref}>{words.first}</a>}
          {props.nextHref && (
            <LinkButton href={props.nextHref} kind="secondary">
              {words.more}
            </LinkButton>
          )}
        </p>
      )}
    </DeskPage>
  );
}
