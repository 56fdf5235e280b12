// The filters stand in the address, so that a list can be shared, bookmarked and subscribed to. What makes no sense is left out.
import { z } from 'zod';
import { addLocalDays, isLocalDate, localDateOf, startOfLocalDay } from '../../lib/dates/local-date.ts';
import { type ProblemStatus, type PublicFilter, problemStatuses } from '../complaints/index.ts';

/** In addresses: an outside program may rely on these words. */
export const statusWords: Readonly<Record<ProblemStatus, string>> = {
  open: 'ditangani',
  waiting: 'menunggu',
  closed: 'selesai',
  refused: 'bukan-wewenang',
};

const short = z.string().max(100).optional().catch(undefined);
export const BoardQuery = z.object({
  q: short,
  kategori: short,
  wilayah: short,
  status: short,
  dari: short,
  sampai: short,
  periode: short, // days back from now, for people; dari and sampai are for programs
  kotak: short, // south,west,north,east in degrees
  sebar: short, // 1: with kotak, problems spread over the box instead of the latest of all
  setelah: short, // where the page before ended
});
export type BoardQuery = z.infer<typeof BoardQuery>;

const filterKeys = ['q', 'kategori', 'wilayah', 'status', 'periode', 'dari', 'sampai'] as const;
export const periods = ['7', '30', '90', '365'] as const;

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
// A year of the common calendar, so that the instant exists in the database too.
const isDay = (text: string | undefined): text is string =>
  text !== undefined && isLocalDate(text) && text > '1900-01-01' && text < '2200-01-01';

/** @param now starts the period; days are whole days of the region. */
export function filterOf(query: BoardQuery, { timezone, now }: { timezone: string; now: Date }): PublicFilter {
  const days = periods.find((one) => one === query.periode);
  const since = days === undefined ? query.dari : addLocalDays(localDateOf(now, timezone), -Number(days));
  const status = problemStatuses.find((one) => statusWords[one] === query.status);
  return {
    text: filled(query.q),
    category: filled(query.kategori),
    area: filled(query.wilayah),
    status: status === undefined ? undefined : [status],
    from: isDay(since) ? startOfLocalDay(since, timezone) : undefined,
    until: isDay(query.sampai) ? startOfLocalDay(addLocalDays(query.sampai, 1), timezone) : undefined,
    box: boxOf(query.kotak),
  };
}

function boxOf(text: string | undefined): PublicFilter['box'] {
  const numbers = (text ?? '').split(',').map(Number);
  const [south, west, north, east] = numbers;
  if (numbers.length !== 4 || south === undefined || west === undefined || north === undefined || east === undefined)
    return undefined;
  const real = south >= -90 && north <= 90 && west >= -180 && east <= 180 && south < north && west < east;
  return real ? { south, west, north, east } : undefined;
}

export const isFiltered = (query: BoardQuery): boolean => filterKeys.some((key) => filled(query[key]) !== undefined);

/** `path` with the filters of this list; empty ones are left out. */
export function addressWith(path: string, query: BoardQuery, after?: string | null): string {
  const parts = new URLSearchParams();
  for (const key of filterKeys) {
    const value = filled(query[key]);
    if (value !== undefined) parts.set(key, value);
  }
  if (after) parts.set('setelah', after);
  const text = parts.toString();
  return text === '' ? path : `${path}?${text}`;
}
