// Is the office open, and when does it open next.
import type { WorkCalendar } from './calendar.ts';
import { indexOf } from './day-index.ts';
import { minuteOf } from './gauge.ts';
import { firstOpenMinute } from './walk.ts';

export function isOpen(calendar: WorkCalendar, at: Date): boolean {
  const minute = minuteOf(at);
  return firstOpenMinute({ index: indexOf(calendar), from: minute, to: minute + 1 }) !== undefined;
}

/** `at` itself when open then, else the next opening; undefined when the calendar does not open within a century. */
export function nextOpening(calendar: WorkCalendar, at: Date): Date | undefined {
  const from = minuteOf(at);
  const minute = firstOpenMinute({ index: indexOf(calendar), from, to: Number.POSITIVE_INFINITY });
  if (minute === undefined) return undefined;
  return minute === from ? at : new Date(minute * 60_000);
}
