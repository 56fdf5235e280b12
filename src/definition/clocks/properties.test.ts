import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import { dueAfter } from '../../lib/working-time/gauge.ts';
import { isOpen } from '../../lib/working-time/opening.ts';
import { computeClock, dueOf as dueAlone } from './compute.ts';
import { calendars, durations, moments, questions } from './testing/random-questions.ts';
import type { ClockEvent, ClockQuestion } from './types.ts';

const MINUTE = 60_000;

const started = questions.filter((question) => computeClock(question).startedAt !== null); // not stopped before it began

function dueOf(question: ClockQuestion): number {
  return computeClock(question).dueAt?.getTime() ?? Number.NaN;
}

function calendarInForce({ calendar, events }: ClockQuestion, at: number): WorkCalendar {
  const changes = events.filter(
    (event) => event.calendar !== undefined && Math.floor(Number(event.at) / MINUTE) * MINUTE <= at,
  );
  return changes.toSorted((a, b) => Number(a.at) - Number(b.at)).at(-1)?.calendar ?? calendar;
}

describe('what holds for every clock', { timeout: 60_000 }, () => {
  it('a pause never makes the due date earlier', () => {
    const sorted = fc
      .uniqueArray(moments, { minLength: 4, maxLength: 4, selector: Number })
      .map((all) => all.sort((a, b) => Number(a) - Number(b)));
    fc.assert(
      fc.property(questions, sorted, fc.boolean(), (random, [a, b, c, d], addFirst) => {
        const pause = (from: Date | undefined, to: Date | undefined): ClockEvent[] => [
          { type: 'pause', at: from ?? random.now },
          { type: 'resume', at: to ?? random.now },
        ];
        const kept = random.events.filter((event) => event.type === 'start' || event.type === 'calendar');
        const [one, two] = [pause(a, b), pause(c, d)];
        const fewer = { ...random, events: [...kept, ...(addFirst ? two : one)] };
        expect(dueOf({ ...random, events: [...kept, ...one, ...two] })).toBeGreaterThanOrEqual(dueOf(fewer));
        expect(dueOf(fewer)).toBeGreaterThanOrEqual(dueOf({ ...random, events: kept }));
      }),
      { numRuns: 600 },
    );
  });

  it('one more holiday never makes the due date earlier', () => {
    fc.assert(
      fc.property(started, moments, (question, day) => {
        const holiday = {
          date: day.toISOString().slice(0, 10),
          name: { id: 'Libur' },
          kind: 'national',
          decree: 'SKB',
        } as const;
        const { calendar } = question;
        const more = { ...calendar, holidays: [...calendar.holidays, holiday] };
        const fixed = { ...question, now: new Date(0) }; // a paused clock is projected from its last event
        expect(dueOf({ ...fixed, calendar: more })).toBeGreaterThanOrEqual(dueOf(fixed));
      }),
      { numRuns: 600 },
    );
  });

  it('a promise in working time ends inside or at the end of an opening', () => {
    fc.assert(
      fc.property(started, (question) => {
        fc.pre(question.rule.duration.unit.startsWith('working'));
        const due = dueOf(question);
        expect(isOpen(calendarInForce(question, due - MINUTE), new Date(due - MINUTE))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('starting later never makes the due date earlier', () => {
    fc.assert(
      fc.property(calendars, durations, moments, moments, (calendar, duration, one, other) => {
        const [early, late] = Number(one) < Number(other) ? [one, other] : [other, one];
        expect(Number(dueAfter(duration, late, calendar))).toBeGreaterThanOrEqual(
          Number(dueAfter(duration, early, calendar)),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('the order in which events are handed over does not matter', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const instants = question.events.map((event) => Number(event.at));
        fc.pre(new Set(instants).size === instants.length);
        expect(computeClock({ ...question, events: question.events.toReversed() })).toEqual(computeClock(question));
      }),
      { numRuns: 400 },
    );
  });

  it('a change to a calendar with the same hours changes nothing', () => {
    fc.assert(
      fc.property(questions, moments, (question, at) => {
        const { calendar } = question;
        const events = question.events.filter((event) => event.type !== 'calendar');
        const changed: ClockEvent[] = [...events, { type: 'calendar', at, calendar: structuredClone(calendar) }];
        const { derivation: _, ...same } = computeClock({ ...question, events });
        expect(computeClock({ ...question, events: changed })).toMatchObject(same);
      }),
      { numRuns: 400 },
    );
  });

  it('the due date asked alone is the one with the sentences', () => {
    fc.assert(
      fc.property(questions, (question) => {
        expect(dueAlone(question)).toEqual(computeClock(question).dueAt);
      }),
      { numRuns: 400 },
    );
  });

  it('time spent and time left add up to the whole promise until it is broken', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 40 }), (question, amount) => {
        const rule = { duration: { amount, unit: 'working-hours' as const } };
        const { breached, remaining, elapsed } = computeClock({ ...question, rule });
        fc.pre(!breached && remaining !== null && elapsed !== null);
        expect((remaining?.minutes ?? 0) + (elapsed?.minutes ?? 0)).toBe(amount * 60);
      }),
      { numRuns: 400 },
    );
  });

  it('the short way for task targets gives what the whole clock gives', () => {
    fc.assert(
      fc.property(calendars, durations, moments, (calendar, duration, at) => {
        const question: ClockQuestion = { rule: { duration }, calendar, events: [{ type: 'start', at }], now: at };
        expect(dueAfter(duration, at, calendar)).toEqual(computeClock(question).dueAt);
      }),
      { numRuns: 400 },
    );
  });
});
