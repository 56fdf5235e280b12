// When a share of the time will have passed: the moments of warnings, known beforehand instead of asked for every minute.
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import { indexOf } from '../../lib/working-time/day-index.ts';
import { gaugeOf, minuteOf } from '../../lib/working-time/gauge.ts';
import type { Spending, Stretch } from '../../lib/working-time/walk.ts';
import { spendElapsed, spendOpen } from '../../lib/working-time/walk.ts';
import { type Progress, progressOf } from './progress.ts';
import { calendarAt, readTimeline, stretchesOf, type Timeline } from './timeline.ts';
import type { ClockQuestion } from './types.ts';

const toInstant = (minute: number): Date => new Date(minute * 60_000);
const spendMinutes = (working: boolean, stretch: Stretch, minutes: bigint): Spending =>
  working ? spendOpen(stretch, minutes, () => 1n) : spendElapsed(stretch, minutes);

/**
 * The first instant at which `computeClock(...).elapsed.percent` is at least `percent` (1 to 100).
 * @returns undefined before the start, while paused and once stopped: then no moment is coming.
 */
export function reachedAt(question: ClockQuestion, percent: number): Date | undefined {
  const { rule, events, calendar, now, locale = 'id' } = question;
  const reset = rule.resume === 'reset';
  const timeline = readTimeline(events, calendar, { reset, locale });
  if (timeline.start === undefined || timeline.stop !== undefined || timeline.pausedSince !== undefined)
    return undefined;
  const gauge = gaugeOf(
    rule.duration,
    timeline.calendars.map((spell) => spell.index),
  );
  const progress = progressOf(timeline, gauge, { readAt: Math.max(minuteOf(now), timeline.lastEvent), reset });
  const needed = BigInt(Math.ceil((wholeMinutes(progress) * percent) / 100));
  const boundary = (run: { from: number }) => gauge.countsFrom(run.from, calendarAt(timeline.calendars, run.from));
  return walk(timeline, progress, { needed, boundary, working: gauge.countsOpenTime });
}

function wholeMinutes({ left, elapsed, breached, late }: Progress): number {
  return breached ? elapsed.minutes - late.minutes : elapsed.minutes + left.minutes;
}

interface Walk {
  readonly needed: bigint;
  readonly boundary: (run: { from: number }) => number;
  readonly working: boolean;
}

function walk(timeline: Timeline, progress: Progress, { needed, boundary, working }: Walk): Date {
  let left = needed;
  let from = Number.NEGATIVE_INFINITY;
  for (const run of progress.runs) {
    if (run.from > progress.due) break; // what was paused after a broken promise mends nothing
    if (run.fresh) {
      left = needed;
      from = boundary(run);
    }
    for (const stretch of stretchesOf(timeline.calendars, Math.max(run.from, from), run.to)) {
      const spending = spendMinutes(working, stretch, left);
      if (spending.due !== undefined) return toInstant(spending.due);
      left = spending.left;
    }
  }
  return progress.dueAt;
}

/** A step's own time, without a clock of its own: from its opening to its due date. */
export interface StepTime {
  readonly from: Date;
  readonly dueAt: Date;
  readonly calendar: WorkCalendar;
  readonly working: boolean; // counted in opening hours
}

/** The same for a step. A step that was due before it was opened has only its end. */
export function shareReachedAt({ from, dueAt, calendar, working }: StepTime, percent: number): Date {
  if (percent >= 100 || dueAt <= from) return dueAt;
  const stretch = { index: indexOf(calendar), from: minuteOf(from), to: minuteOf(dueAt) };
  const open = working ? spendOpen(stretch, 10n ** 12n, () => 1n).minutes : 0;
  const total = open > 0 ? open : stretch.to - stretch.from; // wholly outside opening hours: the plain clock
  const { due } = spendMinutes(open > 0, stretch, BigInt(Math.ceil((total * percent) / 100)));
  return due === undefined ? dueAt : toInstant(due);
}
