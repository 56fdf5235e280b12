// Spending a budget over opening hours, a day at a time. Instants here are whole minutes since 1970 UTC.
import { AppError } from '../errors.ts';
import type { DayHours } from './calendar.ts';
import type { CalendarIndex, WorkDay } from './day-index.ts';

export const MINUTES_PER_DAY = 1440;
// A promise further away than a century is a mistake in the calendar, usually one that never opens.
const MAX_DAYS = 36_600;

/** A stretch of time under one calendar; `to` is exclusive and may be Infinity. */
export interface Stretch {
  readonly index: CalendarIndex;
  readonly from: number;
  readonly to: number;
}
/** `due` is the minute at which the budget ran out, undefined when the stretch ended first. */
export interface Spending {
  readonly due: number | undefined;
  readonly left: bigint;
  readonly minutes: number; // counted minutes in the stretch
}
/** What one open minute of that day costs, in the units of the budget. */
export type MinuteCost = (day: WorkDay) => bigint;

/** Spends `left` over the open minutes of the stretch. `clock.never_due` (invalid) when the calendar does not open for a century. */
export function spendOpen(stretch: Stretch, left: bigint, costOf: MinuteCost): Spending {
  const { index } = stretch;
  const from = stretch.from + index.offsetMinutes;
  const to = stretch.to + index.offsetMinutes;
  let rest = left;
  let minutes = 0;
  const first = Math.floor(from / MINUTES_PER_DAY);
  for (let dayNumber = first; dayNumber * MINUTES_PER_DAY < to; dayNumber += 1) {
    if (dayNumber - first > MAX_DAYS)
      throw new AppError('invalid', 'clock.never_due', { params: { calendar: index.calendar.id } });
    const day = index.day(dayNumber);
    if (day.minutes === 0) continue;
    const midnight = dayNumber * MINUTES_PER_DAY;
    const open = openMinutesWithin(day, from - midnight, to - midnight);
    if (open === 0) continue;
    const cost = costOf(day);
    const spent = cost * BigInt(open);
    if (rest <= spent) {
      const needed = Number((rest + cost - 1n) / cost); // a started minute is spent whole
      const due = midnight + minuteAfter(day.hours, from - midnight, needed) - index.offsetMinutes;
      return { due, left: 0n, minutes: minutes + needed };
    }
    rest -= spent;
    minutes += open;
  }
  return { due: undefined, left: rest, minutes };
}

/** Spends `left` minutes of the plain clock. */
export function spendElapsed(stretch: Stretch, left: bigint): Spending {
  const minutes = stretch.to - stretch.from;
  const needed = Number(left);
  if (needed <= minutes) return { due: stretch.from + needed, left: 0n, minutes: needed };
  return { due: undefined, left: left - BigInt(minutes), minutes };
}

/** The first minute at or after `from` and before `to` in which the office is open. */
export function firstOpenMinute(stretch: Stretch): number | undefined {
  const { index } = stretch;
  const from = stretch.from + index.offsetMinutes;
  const to = stretch.to + index.offsetMinutes;
  const first = Math.floor(from / MINUTES_PER_DAY);
  for (let dayNumber = first; dayNumber * MINUTES_PER_DAY < to && dayNumber - first <= MAX_DAYS; dayNumber += 1) {
    const midnight = dayNumber * MINUTES_PER_DAY;
    for (const interval of index.day(dayNumber).hours) {
      const minute = midnight + Math.max(interval.from, from - midnight);
      if (minute < midnight + interval.to) return minute < to ? minute - index.offsetMinutes : undefined;
    }
  }
  return undefined;
}

function openMinutesWithin(day: WorkDay, from: number, to: number): number {
  if (from <= 0 && to >= MINUTES_PER_DAY) return day.minutes;
  return day.hours.reduce(
    (sum, interval) => sum + Math.max(0, Math.min(interval.to, to) - Math.max(interval.from, from)),
    0,
  );
}

/** The local minute at which `count` open minutes since `from` have passed: closing time, never the next opening. */
function minuteAfter(hours: DayHours, from: number, count: number): number {
  let missing = count;
  for (const interval of hours) {
    const start = Math.max(interval.from, from);
    const open = interval.to - start;
    if (open <= 0) continue;
    if (missing <= open) return start + missing;
    missing -= open;
  }
  return MINUTES_PER_DAY; // not reached: the caller counted the same minutes
}
