// The legal clock: a pure function from rule, events, calendar and now to a due date that can be argued with.
import { indexOf } from '../../lib/working-time/day-index.ts';
import type { Gauge } from '../../lib/working-time/gauge.ts';
import { dueInstant, gaugeOf, minuteOf } from '../../lib/working-time/gauge.ts';
import { firstOpenMinute } from '../../lib/working-time/walk.ts';
import { derive } from './derivation.ts';
import { clockWords } from './messages.ts';
import { lateText, leftText } from './time-left.ts';
import type { Run, Timeline } from './timeline.ts';
import { calendarAt, readTimeline, stretchesOf } from './timeline.ts';
import type { ClockElapsed, ClockQuestion, ClockReading, ClockRemaining } from './types.ts';

/** What was spent on the current count (since the start or the last reset), and when the budget ran out. */
interface Progress {
  readonly due: number | undefined;
  readonly left: bigint;
  readonly minutes: number;
}
const ENDLESS = 10n ** 30n;

/**
 * Reads a clock. Seconds never decide: every instant is taken as its whole minute. Semantics and the answers to
 * contradictory events are in docs/clocks.md. Throws AppError invalid: `clock.bad_instant`, `clock.never_due`.
 */
export function computeClock(question: ClockQuestion): ClockReading {
  const { rule, events, calendar, now, locale = 'id' } = question;
  const resume = rule.resume ?? 'continue';
  const timeline = readTimeline(events, calendar, { resume, locale });
  const { start, stop, pausedSince } = timeline;
  if (start === undefined) return notStarted(question, stop);

  const gauge = gaugeOf(
    rule.duration,
    timeline.calendars.map((spell) => spell.index),
  );
  const readAt = stop === undefined ? Math.max(minuteOf(now), timeline.lastEvent) : minuteOf(stop);
  const reset = pausedSince !== undefined && resume === 'reset';
  const ahead: Run[] = pausedSince === undefined ? [] : [{ from: readAt, to: Infinity, fresh: reset }];
  const whole = progress(timeline, gauge, [...timeline.runs, ...ahead], Infinity);
  const spent = progress(timeline, gauge, timeline.runs, readAt);
  const due = whole.due ?? readAt; // an endless run always ends in a due minute or throws
  const dueAt = dueInstant(due, gauge);
  const breached = readAt * 60_000 > dueAt.getTime();
  const state = { breached, stopped: stop !== undefined, paused: pausedSince !== undefined && stop === undefined };

  const late = breached ? lateness(timeline, gauge, due, readAt) : undefined;
  const lateUnits = late === undefined ? 0n : ENDLESS - late.left;
  const restarts = reset && spent.due === undefined;
  const left: Progress = restarts ? whole : { ...spent, minutes: whole.minutes - spent.minutes };
  const units = restarts
    ? gauge.budgetAt(readAt, calendarAt(timeline.calendars, readAt) ?? indexOf(calendar))
    : left.left;
  const remaining: ClockRemaining =
    late === undefined
      ? { minutes: left.minutes, text: leftText({ ...state, gauge, locale, minutes: left.minutes, units }) }
      : {
          minutes: -late.minutes,
          text: lateText({ ...state, gauge, locale, minutes: late.minutes, units: lateUnits }),
        };
  const reading: Omit<ClockReading, 'derivation'> = {
    startedAt: start,
    countsFrom: countsFrom(timeline, gauge, due),
    pauses: timeline.pauses,
    paused: state.paused,
    stoppedAt: stop ?? null,
    dueAt,
    remaining,
    elapsed: elapsedOf(spent.minutes + (late?.minutes ?? 0), whole.minutes),
    breached,
  };
  return {
    ...reading,
    derivation: derive({ question, timeline, gauge, reading, runs: [...timeline.runs, ...ahead], due, lateUnits }),
  };
}

function progress(timeline: Timeline, gauge: Gauge, runs: readonly Run[], until: number): Progress {
  let left = ENDLESS;
  let minutes = 0;
  let boundary = -Infinity;
  for (const run of runs) {
    const index = calendarAt(timeline.calendars, run.from);
    if (run.fresh && index !== undefined) {
      left = gauge.budgetAt(run.from, index);
      minutes = 0;
      boundary = gauge.countsFrom(run.from, index);
    }
    for (const stretch of stretchesOf(timeline.calendars, Math.max(run.from, boundary), Math.min(run.to, until))) {
      const spending = gauge.spend(stretch, left);
      minutes += spending.minutes;
      if (spending.due !== undefined) return { due: spending.due, left: 0n, minutes };
      left = spending.left;
    }
  }
  return { due: undefined, left, minutes };
}

/** Time of the clock's kind between the due minute and the moment it is read; pauses after a broken promise mend nothing. */
function lateness(timeline: Timeline, gauge: Gauge, due: number, readAt: number): Progress {
  return progress(
    timeline,
    { ...gauge, budgetAt: () => ENDLESS, countsFrom: (minute) => minute },
    [{ from: due, to: readAt, fresh: true }],
    readAt,
  );
}

function countsFrom(timeline: Timeline, gauge: Gauge, due: number): Date | null {
  const run = timeline.runs.findLast(({ fresh, from }) => fresh && from <= due);
  const index = run === undefined ? undefined : calendarAt(timeline.calendars, run.from);
  if (run === undefined || index === undefined) return null;
  const boundary = gauge.countsFrom(run.from, index);
  if (!gauge.countsOpenTime) return new Date(boundary * 60_000);
  for (const stretch of stretchesOf(timeline.calendars, boundary, Infinity)) {
    const minute = firstOpenMinute(stretch);
    if (minute !== undefined) return new Date(minute * 60_000);
  }
  return null;
}

function elapsedOf(minutes: number, total: number): ClockElapsed {
  return { minutes, percent: total === 0 ? 100 : Math.floor((minutes * 100) / total) };
}

function notStarted({ rule, locale = 'id' }: ClockQuestion, stop: Date | undefined): ClockReading {
  return {
    startedAt: null,
    countsFrom: null,
    pauses: [],
    paused: false,
    stoppedAt: stop ?? null,
    dueAt: null,
    remaining: null,
    elapsed: null,
    breached: false,
    derivation: [clockWords(locale).notStarted(rule.start ?? 'sent')],
  };
}
