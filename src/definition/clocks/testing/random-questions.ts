// Random clock questions that like the edges: midnight, opening and closing minutes, holidays next to weekends.
import fc from 'fast-check';
import { addLocalDays } from '../../../lib/dates/local-date.ts';
import type { DayHours, Holiday, HoursException, WorkCalendar } from '../../../lib/working-time/calendar.ts';
import type { ClockEvent, ClockQuestion } from '../types.ts';

const patterns: readonly DayHours[] = [
  [],
  [
    { from: 450, to: 720 },
    { from: 780, to: 960 },
  ], // 07.30-16.00
  [
    { from: 450, to: 690 },
    { from: 780, to: 990 },
  ], // Friday
  [
    { from: 480, to: 720 },
    { from: 750, to: 900 },
  ], // Ramadan
  [{ from: 0, to: 1440 }],
  [
    { from: 0, to: 359 },
    { from: 1320, to: 1440 },
  ], // night shift
  [{ from: 601, to: 698 }], // a prime number of minutes
  [{ from: 480, to: 721 }],
];
const FIRST_DAY = '2026-01-01';
const edges = [0, 1, 449, 450, 451, 690, 719, 720, 750, 780, 900, 959, 960, 990, 1320, 1439];
const zones = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;

const pattern = fc
  .oneof(
    { weight: 6, arbitrary: fc.constantFrom(1, 2, 3) },
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constantFrom(4, 5, 6, 7) },
  )
  .map((at) => patterns[at] ?? []);
const week = fc
  .tuple(
    fc.array(pattern, { minLength: 7, maxLength: 7 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 1, max: 7 }),
  )
  // One weekday is always open, so that every promise can be kept.
  .map(([days, open, hours]) =>
    days.map((day, at) => (at === open && day.length === 0 ? (patterns[hours] ?? []) : day)),
  );
const day = fc.integer({ min: 0, max: 45 }).map((days) => addLocalDays(FIRST_DAY, days));
const holiday = day.map((date): Holiday => ({ date, name: { id: 'Libur' }, kind: 'national', decree: 'SKB' }));
const exception = fc
  .tuple(
    day,
    fc.integer({ min: 0, max: 9 }),
    fc.array(fc.option(pattern), { minLength: 7, maxLength: 7 }),
    fc.boolean(),
  )
  .map(
    ([from, length, days, onHolidays]): HoursException => ({
      from,
      to: addLocalDays(from, length),
      name: { id: 'Khusus' },
      week: days,
      onHolidays,
    }),
  );

export const calendars: fc.Arbitrary<WorkCalendar> = fc
  .record({
    timezone: fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[])),
    week,
    holidays: fc.uniqueArray(holiday, { maxLength: 8, selector: ({ date }) => date }),
    exceptions: fc.array(exception, { maxLength: 2 }),
  })
  .map((parts) => ({ id: 'acak', name: { id: 'Acak' }, ...parts }));

/** A wall clock moment of the first weeks, in minutes and seconds of WITA; half of them on an edge of the day. */
export const moments = fc
  .tuple(
    fc.integer({ min: 3, max: 16 }),
    fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: 1439 })),
    fc.constantFrom(0, 0, 1, 59),
  )
  .map(
    ([days, minute, second]) =>
      new Date(Date.parse(`${addLocalDays(FIRST_DAY, days)}T00:00:00+08:00`) + minute * 60_000 + second * 1000),
  );

export const durations = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      amount: fc.constantFrom(0.25, 0.5, 1, 1, 2, 3, 5),
      unit: fc.constant('working-days' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      amount: fc.constantFrom(0.25, 0.5, 1, 4, 8, 20),
      unit: fc.constant('working-hours' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ amount: fc.constantFrom(1, 2, 7), unit: fc.constant('calendar-days' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ amount: fc.constantFrom(0.25, 1, 24, 72), unit: fc.constant('clock-hours' as const) }),
  },
);

const others: fc.Arbitrary<ClockEvent> = fc.oneof(
  { weight: 4, arbitrary: moments.map((at): ClockEvent => ({ type: 'pause', at, reason: 'menunggu' })) },
  { weight: 4, arbitrary: moments.map((at): ClockEvent => ({ type: 'resume', at })) },
  {
    weight: 2,
    arbitrary: fc.tuple(moments, calendars).map(([at, calendar]): ClockEvent => ({ type: 'calendar', at, calendar })),
  },
  { weight: 1, arbitrary: moments.map((at): ClockEvent => ({ type: 'stop', at })) },
  { weight: 1, arbitrary: moments.map((at): ClockEvent => ({ type: 'start', at })) },
);

/** Any events in any order, also contradictory ones; a start is always among them. */
export const questions: fc.Arbitrary<ClockQuestion> = fc
  .record({
    duration: durations,
    resume: fc.constantFrom('continue', 'continue', 'reset' as const),
    calendar: calendars,
    start: moments,
    events: fc.array(others, { maxLength: 5 }),
    now: moments,
    later: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ duration, resume, calendar, start, events, now, later }) => ({
    rule: { duration, resume },
    calendar,
    events: [...events, { type: 'start', at: start }],
    now: new Date(now.getTime() + later * 86_400_000),
  }));
