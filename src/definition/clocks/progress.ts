// How far a clock has come: spends the promise over the times it ran.
import type { Gauge } from '../../lib/working-time/gauge.ts';
import { dueInstant } from '../../lib/working-time/gauge.ts';
import type { Run, Timeline } from './timeline.ts';
import { calendarAt, stretchesOf } from './timeline.ts';
import type { ClockElapsed } from './types.ts';

/** A length of the clock's kind of time: in minutes, and in the budget's units (exact when days differ in length). */
export interface Extent {
  readonly minutes: number;
  readonly units: bigint;
}
export interface Progress {
  readonly due: number; // minute since 1970
  readonly dueAt: Date;
  readonly runs: readonly Run[]; // with the projected one while paused
  readonly breached: boolean;
  readonly left: Extent;
  readonly late: Extent;
  readonly elapsed: ClockElapsed;
}
interface Spent extends Extent {
  readonly due: number | undefined;
  readonly left: bigint;
}
const ENDLESS = 10n ** 30n;
const nothing: Extent = { minutes: 0, units: 0n };

/** Reads a started clock in minute `readAt`; a paused one is projected as if it resumed in that minute. */
export function progressOf(timeline: Timeline, gauge: Gauge, at: { readAt: number; reset: boolean }): Progress {
  const { readAt, reset } = at;
  const ahead: Run[] = timeline.pausedSince === undefined ? [] : [{ from: readAt, to: Infinity, fresh: reset }];
  const runs = [...timeline.runs, ...ahead];
  const whole = spend(timeline, gauge, runs, Infinity);
  const spent = spend(timeline, gauge, timeline.runs, readAt);
  const due = whole.due ?? readAt; // an endless run always ends in a due minute or throws
  const dueAt = dueInstant(due, gauge);
  const breached = readAt * 60_000 > dueAt.getTime();
  const late = breached ? lateness(timeline, gauge, due, readAt) : nothing;
  // A reset in sight: everything is ahead again.
  const counted = ahead.length > 0 && reset && spent.due === undefined ? nothing : spent;
  return {
    due,
    dueAt,
    runs,
    breached,
    left: { minutes: whole.minutes - counted.minutes, units: whole.units - counted.units },
    late,
    elapsed: elapsedOf(spent.minutes + late.minutes, whole.minutes),
  };
}

function spend(timeline: Timeline, gauge: Gauge, runs: readonly Run[], until: number): Spent {
  let budget = 0n;
  let left = 0n;
  let minutes = 0;
  let boundary = -Infinity;
  for (const run of runs) {
    const index = calendarAt(timeline.calendars, run.from);
    if (run.fresh) {
      budget = gauge.budgetAt(run.from, index);
      left = budget;
      minutes = 0;
      boundary = gauge.countsFrom(run.from, index);
    }
    for (const stretch of stretchesOf(timeline.calendars, Math.max(run.from, boundary), Math.min(run.to, until))) {
      const spending = gauge.spend(stretch, left);
      minutes += spending.minutes;
      if (spending.due !== undefined) return { due: spending.due, left: 0n, minutes, units: budget };
      left = spending.left;
    }
  }
  return { due: undefined, left, minutes, units: budget - left };
}

/** Time of the clock's kind from the due minute until it is read; pauses after a broken promise mend nothing. */
function lateness(timeline: Timeline, gauge: Gauge, due: number, readAt: number): Extent {
  let left = ENDLESS;
  let minutes = 0;
  for (const stretch of stretchesOf(timeline.calendars, due, readAt)) {
    const spending = gauge.spend(stretch, left);
    left = spending.left;
    minutes += spending.minutes;
  }
  return { minutes, units: ENDLESS - left };
}

function elapsedOf(minutes: number, total: number): ClockElapsed {
  return { minutes, percent: total === 0 ? 100 : Math.floor((minutes * 100) / total) };
}
