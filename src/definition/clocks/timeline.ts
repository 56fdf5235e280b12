// From loose events to what the clock saw: when it ran, when it stood still, which calendar held.
import { AppError } from '../../lib/errors.ts';
import type { Locale, LocalText } from '../../lib/locale.ts';
import { say } from '../../lib/locale.ts';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import type { CalendarIndex } from '../../lib/working-time/day-index.ts';
import { indexOf } from '../../lib/working-time/day-index.ts';
import { minuteOf } from '../../lib/working-time/gauge.ts';
import type { Stretch } from '../../lib/working-time/walk.ts';
import type { ClockEvent, ClockPause } from './types.ts';

/** A time in which the clock runs, in minutes since 1970; `fresh`: the whole promise is ahead again. */
export interface Run {
  readonly from: number;
  readonly to: number; // exclusive, Infinity for the last one
  readonly fresh: boolean;
}
export interface CalendarSpell {
  readonly from: number;
  readonly at: Date | undefined; // undefined for the calendar the case began with
  readonly index: CalendarIndex;
}
/** By time; the first, which the case began with, holds from -Infinity. */
export type CalendarSpells = readonly [CalendarSpell, ...CalendarSpell[]];
export interface Timeline {
  readonly start: Date | undefined;
  readonly runs: readonly Run[];
  readonly pauses: readonly ClockPause[];
  readonly pausedSince: number | undefined; // a pause that still lasts, or lasted when the clock stopped
  readonly stop: Date | undefined;
  readonly lastEvent: number; // minute of the last event, so that a late `now` never sees less than has happened
  readonly calendars: CalendarSpells;
}

interface Instant extends Omit<ClockEvent, 'at'> {
  readonly at: Date;
}
interface Reading {
  readonly reset: boolean; // a resume starts the count anew
  readonly locale: Locale;
}
interface Draft {
  start: Date | undefined;
  stop: Date | undefined;
  pausedFrom: Date | undefined;
  runFrom: { minute: number; fresh: boolean } | undefined;
  lastEvent: number;
  reason: ClockEvent['reason'];
  readonly runs: Run[];
  readonly pauses: ClockPause[];
}

/** Events in any order. Which of them count when they contradict each other: docs/clocks.md. `clock.bad_instant` for a wrong date. */
export function readTimeline(events: readonly ClockEvent[], calendar: WorkCalendar, how: Reading): Timeline {
  const draft: Draft = {
    start: undefined,
    stop: undefined,
    pausedFrom: undefined,
    runFrom: undefined,
    lastEvent: -Infinity,
    reason: undefined,
    runs: [],
    pauses: [],
  };
  const calendars: [CalendarSpell, ...CalendarSpell[]] = [{ from: -Infinity, at: undefined, index: indexOf(calendar) }];
  for (const event of inOrder(events)) {
    if (event.type === 'calendar') {
      if (event.calendar !== undefined)
        calendars.push({ from: minuteOf(event.at), at: event.at, index: indexOf(event.calendar) });
    } else if (draft.stop === undefined) {
      draft.lastEvent = minuteOf(event.at);
      take(draft, event, how);
    }
  }
  const { start, stop, runs, pauses, runFrom, lastEvent } = draft;
  if (runFrom !== undefined) runs.push({ from: runFrom.minute, to: Infinity, fresh: runFrom.fresh });
  const pausedFrom = start === undefined ? undefined : draft.pausedFrom;
  const pausedSince = pausedFrom === undefined ? undefined : minuteOf(pausedFrom);
  return { start, runs, pauses, pausedSince, stop, lastEvent, calendars };
}

/** The calendar in force in that minute. */
export function calendarAt(calendars: CalendarSpells, minute: number): CalendarIndex {
  return (calendars.findLast((spell) => spell.from <= minute) ?? calendars[0]).index;
}

/** A time cut where the calendar changes. */
export function stretchesOf(calendars: CalendarSpells, from: number, to: number): Stretch[] {
  return calendars.flatMap(({ index, from: begins }, position) => {
    const ends = calendars[position + 1]?.from ?? Infinity;
    const stretch = { index, from: Math.max(from, begins), to: Math.min(to, ends) };
    return stretch.from < stretch.to ? [stretch] : [];
  });
}

function take(draft: Draft, event: Instant, how: Reading): void {
  if (event.type === 'start') takeStart(draft, event, how.locale);
  if (event.type === 'pause') takePause(draft, event, how.locale);
  if (event.type === 'resume') takeResume(draft, event, how.reset);
  if (event.type === 'stop') takeStop(draft, event);
}

function takeStart(draft: Draft, event: Instant, locale: Locale): void {
  if (draft.start !== undefined) return; // the first start counts: a promise is not postponed by starting again
  const minute = minuteOf(event.at);
  draft.start = event.at;
  draft.runFrom = { minute, fresh: true };
  if (draft.pausedFrom === undefined) return;
  // Paused before it began and still paused: the pause holds from the start.
  draft.pausedFrom = undefined;
  takePause(draft, { ...event, reason: draft.reason }, locale);
}

function takePause(draft: Draft, event: Instant, locale: Locale): void {
  draft.reason = event.reason;
  const minute = minuteOf(event.at);
  if (draft.start === undefined) {
    draft.pausedFrom ??= event.at;
    return;
  }
  if (draft.runFrom !== undefined) {
    draft.runs.push({ from: draft.runFrom.minute, to: minute, fresh: draft.runFrom.fresh });
    draft.runFrom = undefined;
    draft.pausedFrom = event.at;
  }
  closePause(draft, event.at); // a second pause takes over from the first, with its own reason
  draft.pauses.push({ from: event.at, reason: reasonText(event.reason, locale) });
}

function takeResume(draft: Draft, event: Instant, fresh: boolean): void {
  if (draft.pausedFrom === undefined) return; // nothing to resume
  draft.pausedFrom = undefined;
  if (draft.start === undefined) return;
  closePause(draft, event.at);
  draft.runFrom = { minute: minuteOf(event.at), fresh };
}

function takeStop(draft: Draft, event: Instant): void {
  draft.stop = event.at;
  closePause(draft, event.at);
}

function closePause(draft: Draft, to: Date): void {
  const last = draft.pauses.at(-1);
  if (last !== undefined && last.to === undefined) draft.pauses[draft.pauses.length - 1] = { ...last, to };
}

function inOrder(events: readonly ClockEvent[]): Instant[] {
  const instants = events.map((event): Instant => ({ ...event, at: instantOf(event.at) }));
  return instants.sort((a, b) => a.at.getTime() - b.at.getTime()); // stable: equal instants keep the given order
}

function instantOf(at: Date | string): Date {
  const instant = at instanceof Date ? at : new Date(at);
  if (Number.isNaN(instant.getTime()))
    throw new AppError('invalid', 'clock.bad_instant', { params: { at: String(at) } });
  return instant;
}

function reasonText(reason: string | LocalText | undefined, locale: Locale): string {
  if (reason === undefined) return '';
  return typeof reason === 'string' ? reason : say(reason, locale);
}
