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

/** Line by line and not by `csvOf`: of a row only what people wrote needs to be looked at, names are looked at once for all rows. */
export function entriesAsCsv(entries: readonly Entry[], columns: BoardMessages['columns']): string {
  const { month: _month, count: _count, ...shown } = columns;
  const names = new Map<string, string>();
  const name = (text: string | null | undefined): string => {
    if (text === null || text === undefined) return '';
    const known = names.get(text) ?? written(text);
    names.set(text, known);
    return known;
  };
  const lines = entries.map(({ problem, category, area, unit, address }) => {
    const { code, title, place, lat, long, status, closedHow, reports, supporters } = problem;
    const kind = name(category ?? problem.category);
    const where = `${name(area)},${written(place)},${lat ?? ''},${long ?? ''}`;
    const how = `${name(unit)},${status},${closedHow ?? ''},${reports},${supporters}`;
    const when = `${moment(problem.openedAt)},${moment(problem.updatedAt)},${moment(problem.closedAt)}`;
    return `${code},${written(title)},${kind},${where},${how},${when},${written(address)}\r\n`;
  });
  return csvOf([Object.values(shown)]) + lines.join('');
}
const moment = (at: Date | null): string => at?.toISOString() ?? '';
