// The legal clock: a pure function from rule, events, calendar and now to a due date that can be argued with.
import type { Gauge } from '../../lib/working-time/gauge.ts';
import { gaugeOf, minuteOf } from '../../lib/working-time/gauge.ts';
import { firstOpenMinute } from '../../lib/working-time/walk.ts';
import { derive } from './derivation.ts';
import { clockWords } from './messages.ts';
import type { Progress } from './progress.ts';
import { progressOf } from './progress.ts';
import { lateText, leftText } from './time-left.ts';
import type { Timeline } from './timeline.ts';
import { calendarAt, readTimeline, stretchesOf } from './timeline.ts';
import type { ClockQuestion, ClockReading, ClockRemaining } from './types.ts';

/**
 * Reads a clock. Seconds never decide: every instant is taken as its whole minute. Semantics and the answers to
 * contradictory events are in docs/clocks.md. Throws AppError invalid: `clock.bad_instant`, `clock.never_due`.
 */
export function computeClock(question: ClockQuestion): ClockReading {
  const { rule, events, calendar, now, locale = 'id' } = question;
  const reset = rule.resume === 'reset';
  const timeline = readTimeline(events, calendar, { reset, locale });
  const { start, stop, pausedSince } = timeline;
  if (start === undefined) return notStarted(question, stop);

  const indexes = timeline.calendars.map((spell) => spell.index);
  const gauge = gaugeOf(rule.duration, indexes);
  const readAt = stop === undefined ? Math.max(minuteOf(now), timeline.lastEvent) : minuteOf(stop);
  const progress = progressOf(timeline, gauge, { readAt, reset });
  const paused = pausedSince !== undefined && stop === undefined;
  const reading: Omit<ClockReading, 'derivation'> = {
    startedAt: start,
    countsFrom: countsFrom(timeline, gauge, progress.due),
    pauses: timeline.pauses,
    paused,
    stoppedAt: stop ?? null,
    dueAt: progress.dueAt,
    remaining: remaining(progress, { gauge, locale, paused, stopped: stop !== undefined }),
    elapsed: progress.elapsed,
    breached: progress.breached,
  };
  return { ...reading, derivation: derive({ question, timeline, gauge, reading, progress }) };
}

/**
 * The due date alone, as `computeClock` gives it, without the sentences: intake asks this for every application.
 * @returns null before the clock has started.
 */
export function dueOf({ rule, events, calendar, now, locale = 'id' }: ClockQuestion): Date | null {
  const reset = rule.resume === 'reset';
  const timeline = readTimeline(events, calendar, { reset, locale });
  if (timeline.start === undefined) return null;
  const gauge = gaugeOf(
    rule.duration,
    timeline.calendars.map((spell) => spell.index),
  );
  const readAt = timeline.stop === undefined ? Math.max(minuteOf(now), timeline.lastEvent) : minuteOf(timeline.stop);
  return progressOf(timeline, gauge, { readAt, reset }).dueAt;
}

function remaining(
  { breached, left, late }: Progress,
  how: Omit<Parameters<typeof leftText>[0], 'extent'>,
): ClockRemaining {
  if (breached) return { minutes: -late.minutes, text: lateText({ ...how, extent: late }) };
  return { minutes: left.minutes, text: leftText({ ...how, extent: left }) };
}

/** The first minute that counts since the start or the last reset, whether or not a pause came first. */
function countsFrom(timeline: Timeline, gauge: Gauge, due: number): Date | null {
  const run = timeline.runs.findLast(({ fresh, from }) => fresh && from <= due);
  if (run === undefined) return null;
  const boundary = gauge.countsFrom(run.from, calendarAt(timeline.calendars, run.from));
  if (!gauge.countsOpenTime) return new Date(boundary * 60_000);
  for (const stretch of stretchesOf(timeline.calendars, boundary, Infinity)) {
    const minute = firstOpenMinute(stretch);
    if (minute !== undefined) return new Date(minute * 60_000);
  }
  return null;
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
    derivation: [clockWords(locale).notStarted(rule.from === undefined ? (rule.start ?? 'sent') : 'action')],
  };
}
