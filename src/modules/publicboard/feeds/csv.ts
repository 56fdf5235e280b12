// RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8.
import type { BoardMessages } from '../messages.id.ts';
import type { Entry } from './entry.ts';

export type Cell = string | number | null | undefined;

/** A spreadsheet runs what begins like a formula; a quotation mark before it makes it text. Numbers stay numbers. */
function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

export function entriesAsCsv(entries: readonly Entry[], columns: BoardMessages['columns']): string {
  const { month: _month, count: _count, ...shown } = columns;
  const rows = entries.map(({ problem, category, area, unit, address }) => [
    ...[problem.code, problem.title, category ?? problem.category, area, problem.place, problem.lat, problem.long],
    ...[unit, problem.status, problem.closedHow, problem.reports, problem.supporters],
    ...[problem.openedAt, problem.updatedAt, problem.closedAt].map((at) => at?.toISOString()),
    address,
  ]);
  return csvOf([Object.values(shown), ...rows]);
}
