// Days on the wall calendar, counted as whole days since 1970-01-01, so that walking a calendar is integer arithmetic.
import { AppError } from '../errors.ts';
import { zoneOf } from './zones.ts';

/** A day without a time: 'YYYY-MM-DD'. */
export type LocalDate = string;

const MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;
const DAY = MINUTE * MINUTES_PER_DAY;
const shape = /^\d{4}-\d{2}-\d{2}$/;

/** True for a real day written as 'YYYY-MM-DD' (so not 2026-02-30). */
export function isLocalDate(text: string): boolean {
  if (!shape.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Days since 1970-01-01; `dates.not_a_date` (invalid) when the text is not a real day. */
export function dayNumberOf(date: LocalDate): number {
  if (!isLocalDate(date)) throw new AppError('invalid', 'dates.not_a_date', { params: { date } });
  return Date.parse(`${date}T00:00:00Z`) / DAY;
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
