import type { ComponentChildren } from 'preact';
import { Button } from '../button/button.tsx';
import { useWords } from '../context.ts';
import { CsrfInput } from '../form/form.tsx';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';
import { CaseNumber } from '../number/number.tsx';
import { type StatusKind, StatusTag } from '../status/status-tag.tsx';

export const dueKinds = ['late', 'soon', 'fine', 'paused'] as const;
export type DueKind = (typeof dueKinds)[number];

export interface DueChipProps {
  readonly kind: DueKind; // late: past the promise; soon: today; paused: waiting for the citizen
  readonly text: string; // "Lewat 2 jam", "3 jam lagi"
  readonly until?: string | undefined; // the full date, as a title for the mouse and hidden text
}

const glyphOf: Record<DueKind, GlyphName> = {
  late: 'alert-circle',
  soon: 'hourglass',
  fine: 'clock',
  paused: 'minus-circle',
};

/** The clock of a case: word, icon, colour. */
export function DueChip({ kind, text, until }: DueChipProps) {
  const words = useWords().staff.due;
  return (
    <span class={`tag tag-due tag-${kind}`} title={until}>
      <Icon name={glyphOf[kind]} size="small" />
      <span class="hide">{words[kind]}: </span>
      {text}
    </span>
  );
}

export interface InboxRow {
  readonly key: string;
  readonly href: string;
  readonly number: string; // "P482913075"
  readonly applicant: string; // masked as the reader may see it
  readonly service: string;
  readonly step?: string | undefined; // "Periksa berkas"
  readonly note?: string | undefined; // "dikembalikan 1 kali", "titipan giliran malam"
  readonly due: DueChipProps;
  readonly status?: StatusKind | undefined; // shown when the table has a status column
  readonly statusLabel?: string | undefined;
  readonly holder?: ComponentChildren; // who has it, or the button to take it; shown when the table has a holder column
  readonly selectable?: boolean | undefined; // false: no box on this row of a table with boxes
}
export interface InboxTableProps {
  readonly rows: readonly InboxRow[];
  readonly labels: {
    readonly number: string;
    readonly applicant: string;
    readonly service: string;
    readonly due: string;
    readonly status?: string | undefined;
    readonly step?: string | undefined; // a column of its own instead of a line under the service
    readonly holder?: string | undefined;
  };
  readonly caption?: string | undefined; // default "Diurutkan: sisa waktu paling sedikit"
  readonly select?: BulkSelect | undefined; // adds a box per row, for signing many
}
export interface BulkSelect {
  readonly action: string; // POST
  readonly name: string; // of the boxes; value = row key
  readonly buttons: ComponentChildren;
  readonly chosen?: readonly string[] | undefined;
}

/** One table ordered by time left, the most urgent first; cards on phones, j / k / Enter on keyboards. */
export function InboxTable({ rows, labels, caption, select }: InboxTableProps) {
  const words = useWords().staff;
  const table = (
    <div class="inbox-wide">
      <table class="table table-stacked inbox" data-module="inbox">
        <caption>{caption ?? words.sortedByTime}</caption>
        <thead>
          <tr>
            {select && (
              <th scope="col">
                <span class="hide">{words.selectAll}</span>
              </th>
            )}
            <th scope="col">{labels.due}</th>
            <th scope="col">{labels.number}</th>
            <th scope="col">{labels.service}</th>
            {labels.step && <th scope="col">{labels.step}</th>}
            <th scope="col">{labels.applicant}</th>
            {labels.status && <th scope="col">{labels.status}</th>}
            {labels.holder && <th scope="col">{labels.holder}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <InboxLine key={row.key} row={row} labels={labels} select={select} />
          ))}
        </tbody>
      </table>
    </div>
  );
  if (!select) return table;
  return (
    <form
      class="stack"
      action={select.action}
      method="post"
      data-module="bulk"
      data-selected={words.selected}
      data-all={words.selectAll}
    >
      <CsrfInput />
      {table}
      <div class="bulk-bar">
        <p role="status" class="num" data-target="count" />
        <div class="buttons">{select.buttons}</div>
      </div>
    </form>
  );
}

interface InboxLineProps {
  readonly row: InboxRow;
  readonly labels: InboxTableProps['labels'];
  readonly select: BulkSelect | undefined;
}

function InboxLine({ row, labels, select }: InboxLineProps) {
  return (
    <tr class={row.due.kind === 'late' ? 'is-late' : undefined}>
      {select && (
        <td class="pick">
          {row.selectable !== false && (
            <label>
              <input type="checkbox" name={select.name} value={row.key} checked={select.chosen?.includes(row.key)} />
              <span class="hide">
                {row.service}, {row.applicant}
              </span>
            </label>
          )}
        </td>
      )}
      <td>
        <DueChip {...row.due} />
      </td>
      <th scope="row">
        <a href={row.href}>
          <CaseNumber number={row.number} />
        </a>
      </th>
      <td>
        {row.service}
        {row.step && !labels.step && <span class="small line">{row.step}</span>}
      </td>
      {labels.step && <td>{row.step}</td>}
      <td>
        {row.applicant}
        {row.note && <span class="small line">{row.note}</span>}
      </td>
      {labels.status && row.status && (
        <td>
          <StatusTag reader="staff" status={row.status} label={row.statusLabel} />
        </td>
      )}
      {labels.holder && <td>{row.holder}</td>}
    </tr>
  );
}

export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[]; // the first is "Semua" with value ""
}
export interface FilterBarProps {
  readonly action: string;
  readonly filters: readonly FilterChoice[];
  readonly query?: { readonly name: string; readonly label: string; readonly value?: string | undefined } | undefined;
  readonly clearHref?: string | undefined; // shown while something is filtered
}

/** Filters live in the address: a GET form. */
export function FilterBar({ action, filters, query, clearHref }: FilterBarProps) {
  const words = useWords().staff;
  return (
    <form class="filters" action={action} method="get">
      {query && (
        <div class="filters-query">
          <label for={`saring-${query.name}`}>{query.label}</label>
          <input
            class="input"
            type="search"
            id={`saring-${query.name}`}
            name={query.name}
            value={query.value}
            autocomplete="off"
          />
        </div>
      )}
      {filters.map((filter) => (
        <div key={filter.name}>
          <label for={`saring-${filter.name}`}>{filter.label}</label>
          <select class="input" id={`saring-${filter.name}`} name={filter.name}>
            {filter.options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === (filter.value ?? '')}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <Button kind="secondary" icon="filter">
        {words.filter}
      </Button>
      {clearHref && <a href={clearHref}>{words.clearFilter}</a>}
    </form>
  );
}
