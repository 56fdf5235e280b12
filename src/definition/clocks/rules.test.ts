import { describe, expect, it } from 'vitest';
import type { WorkCalendar, WorkDuration } from '../../lib/working-time/calendar.ts';
import { computeClock } from './compute.ts';
import { always, jayapura, office } from './testing/parepare.ts';
import type { ClockEvent } from './types.ts';

/** "2026-11-23 07:30" by the wall clock of Parepare. */
function wita(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`);
}
function asWita(at: Date | null): string {
  return at === null ? 'none' : new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
interface Case {
  readonly why: string;
  readonly amount: number;
  readonly unit: WorkDuration['unit'];
  readonly start: string;
  readonly due: string;
  readonly calendar?: WorkCalendar;
}

const promises: readonly Case[] = [
  {
    why: 'accepted on Sunday evening, Monday is day 1',
    amount: 1,
    unit: 'working-days',
    start: '2026-11-22 21:14',
    due: '2026-11-23 16:00:00',
  },
  {
    why: 'accepted on Monday morning, Tuesday is day 1',
    amount: 1,
    unit: 'working-days',
    start: '2026-11-23 10:00',
    due: '2026-11-24 16:00:00',
  },
  {
    why: 'accepted a minute before midnight',
    amount: 1,
    unit: 'working-days',
    start: '2026-11-22 23:59',
    due: '2026-11-23 16:00:00',
  },
  {
    why: 'accepted at midnight',
    amount: 1,
    unit: 'working-days',
    start: '2026-11-23 00:00',
    due: '2026-11-24 16:00:00',
  },
  {
    why: 'ends on a Friday, which closes later',
    amount: 1,
    unit: 'working-days',
    start: '2026-11-26 10:00',
    due: '2026-11-27 16:30:00',
  },
  {
    why: 'runs over a weekend',
    amount: 3,
    unit: 'working-days',
    start: '2026-11-26 10:00',
    due: '2026-12-01 16:00:00',
  },
  {
    why: 'half a day of 450 minutes',
    amount: 0.5,
    unit: 'working-days',
    start: '2026-11-22 10:00',
    due: '2026-11-23 11:15:00',
  },
  {
    why: 'stops over Christmas and its cuti bersama',
    amount: 2,
    unit: 'working-days',
    start: '2026-12-22 10:00',
    due: '2026-12-28 16:00:00',
  },
  {
    why: 'the Lebaran block of 2026: 18 to 24 March',
    amount: 1,
    unit: 'working-days',
    start: '2026-03-17 14:00',
    due: '2026-03-25 16:00:00',
  },
  {
    why: 'accepted on a holiday',
    amount: 1,
    unit: 'working-days',
    start: '2026-03-19 08:00',
    due: '2026-03-25 16:00:00',
  },
  {
    why: 'a Ramadan day closes at 15.00',
    amount: 1,
    unit: 'working-days',
    start: '2026-03-01 09:00',
    due: '2026-03-02 15:00:00',
  },
  {
    why: 'a Ramadan Friday closes at 15.30',
    amount: 1,
    unit: 'working-days',
    start: '2026-03-05 09:00',
    due: '2026-03-06 15:30:00',
  },
  {
    why: 'the added cuti bersama of 18 August 2025',
    amount: 1,
    unit: 'working-days',
    start: '2025-08-15 09:00',
    due: '2025-08-19 16:00:00',
  },
  {
    why: 'an office that never closes',
    amount: 2,
    unit: 'working-days',
    start: '2026-12-24 21:00',
    due: '2026-12-27 00:00:00',
    calendar: always,
  },
  {
    why: 'WIT: Monday 00.30 there is still Sunday in Parepare',
    amount: 1,
    unit: 'working-days',
    start: '2026-11-22 23:30',
    due: '2026-11-24 15:00:00',
    calendar: jayapura,
  },

  {
    why: 'hours within one morning',
    amount: 2,
    unit: 'working-hours',
    start: '2026-11-23 08:00',
    due: '2026-11-23 10:00:00',
  },
  {
    why: 'hours over the lunch break',
    amount: 2,
    unit: 'working-hours',
    start: '2026-11-23 11:30',
    due: '2026-11-23 14:30:00',
  },
  {
    why: 'hours that end exactly at the break end there',
    amount: 1,
    unit: 'working-hours',
    start: '2026-11-23 11:00',
    due: '2026-11-23 12:00:00',
  },
  {
    why: 'hours started in the break',
    amount: 1,
    unit: 'working-hours',
    start: '2026-11-23 12:20',
    due: '2026-11-23 14:00:00',
  },
  {
    why: 'hours over the longer Friday break',
    amount: 2,
    unit: 'working-hours',
    start: '2026-11-27 10:30',
    due: '2026-11-27 14:00:00',
  },
  {
    why: 'hours over a weekend',
    amount: 4,
    unit: 'working-hours',
    start: '2026-11-27 15:30',
    due: '2026-11-30 10:30:00',
  },
  {
    why: 'hours accepted at night',
    amount: 1,
    unit: 'working-hours',
    start: '2026-11-23 02:00',
    due: '2026-11-23 08:30:00',
  },
  {
    why: 'hours accepted in the closing minute',
    amount: 1,
    unit: 'working-hours',
    start: '2026-11-23 16:00',
    due: '2026-11-24 08:30:00',
  },
  {
    why: 'hours of an office that never closes',
    amount: 10,
    unit: 'working-hours',
    start: '2026-12-25 20:00',
    due: '2026-12-26 06:00:00',
    calendar: always,
  },

  {
    why: 'calendar days end with the last day',
    amount: 14,
    unit: 'calendar-days',
    start: '2026-12-20 09:00',
    due: '2027-01-03 23:59:59',
  },
  {
    why: 'calendar days do not care about holidays',
    amount: 1,
    unit: 'calendar-days',
    start: '2026-03-20 23:59',
    due: '2026-03-21 23:59:59',
  },
  {
    why: 'calendar days by the sun of Papua',
    amount: 1,
    unit: 'calendar-days',
    start: '2026-11-22 23:30',
    due: '2026-11-24 22:59:59',
    calendar: jayapura,
  },
  {
    why: 'clock hours run through the night',
    amount: 24,
    unit: 'clock-hours',
    start: '2026-12-24 21:14',
    due: '2026-12-25 21:14:00',
  },
  {
    why: 'a quarter of an hour',
    amount: 0.25,
    unit: 'clock-hours',
    start: '2026-12-24 21:14',
    due: '2026-12-24 21:29:00',
  },
];

describe('when a promise is due', () => {
  it.each(promises)('$amount $unit from $start: $due, $why', ({ amount, unit, start, due, calendar = office }) => {
    const at = wita(start);
    const clock = computeClock({
      rule: { duration: { amount, unit } },
      events: [{ type: 'start', at }],
      calendar,
      now: at,
    });
    expect(asWita(clock.dueAt)).toBe(due);
    expect(clock.breached).toBe(false);
  });

  it('takes instants by their minute: a promise kept within its last minute is kept', () => {
    const rule = { duration: { amount: 1, unit: 'clock-hours' } } as const;
    const events: ClockEvent[] = [{ type: 'start', at: '2026-11-23T10:00:59+08:00' }];
    const read = (now: string) => computeClock({ rule, events, calendar: office, now: new Date(now) }).breached;
    expect(read('2026-11-23T11:00:59+08:00')).toBe(false);
    expect(read('2026-11-23T11:01:00+08:00')).toBe(true);
  });

  it('names a calendar that never opens instead of searching for ever', () => {
    const never = { ...office, week: office.week.map(() => []), exceptions: [] };
    const start: ClockEvent = { type: 'start', at: wita('2026-11-23 10:00') };
    const ask = () =>
      computeClock({
        rule: { duration: { amount: 1, unit: 'working-days' } },
        events: [start],
        calendar: never,
        now: wita('2026-11-23 10:00'),
      });
    expect(ask).toThrowError(expect.objectContaining({ kind: 'invalid', code: 'clock.never_due' }));
  });

  it('refuses an event without a real date', () => {
    const ask = () =>
      computeClock({
        rule: { duration: { amount: 1, unit: 'working-days' } },
        events: [{ type: 'start', at: 'besok' }],
        calendar: office,
        now: wita('2026-11-23 10:00'),
      });
    expect(ask).toThrowError(expect.objectContaining({ kind: 'invalid', code: 'clock.bad_instant' }));
  });
});
