// Days on the wall calendar, counted as whole days since 1970-01-01, so that walking a calendar is integer arithmetic.
import { AppError } from '../errors.ts';
import { zoneOf } from './zones.ts';

/** A day without a time: 'YYYY-MM-DD'. */
export type LocalDate = string;

const MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;
const DAY = MINUTE * MINUTES_PER_DAY;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real day written as 'YYYY-MM-DD' (so not 2026-02-30). */
export function isLocalDate(text: string): boolean {
  return parseDay(text) !== undefined;
}

/** Days since 1970-01-01; `dates.not_a_date` (invalid) when the text is not a real day. */
export function dayNumberOf(date: LocalDate): number {
  const day = parseDay(date);
  if (day === undefined) throw new AppError('invalid', 'dates.not_a_date', { params: { date } });
  return day;
}

export function localDateOfDay(dayNumber: number): LocalDate {
  return new Date(dayNumber * DAY).toISOString().slice(0, 10);
}

/** 0 = Sunday ... 6 = Saturday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

/** The day the wall calendar shows at that instant in that zone. */
export function localDateOf(at: Date, timezone: string): LocalDate {
  return localDateOfDay(Math.floor((at.getTime() + zoneOf(timezone).offsetMinutes * MINUTE) / DAY));
}

/** The instant at which that local day begins. */
export function startOfLocalDay(date: LocalDate, timezone: string): Date {
  return new Date(dayNumberOf(date) * DAY - zoneOf(timezone).offsetMinutes * MINUTE);
}

export function addLocalDays(date: LocalDate, days: number): LocalDate {
  return localDateOfDay(dayNumberOf(date) + days);
}

function parseDay(text: string): number | undefined {
  const parts = shape.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day); // Date.UTC would read year 26 as 1926
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / DAY : undefined;
}
