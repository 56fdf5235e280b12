// The four units of time, each as: how large is the budget, from when may it be spent, and what does a stretch of time cost.
import { AppError } from '../errors.ts';
import type { WorkDuration } from './calendar.ts';
import type { CalendarIndex } from './day-index.ts';
import { indexOf, lowestCommonMultiple } from './day-index.ts';
import type { Spending, Stretch } from './walk.ts';
import { MINUTES_PER_DAY, spendElapsed, spendOpen } from './walk.ts';

export interface Gauge {
  readonly unit: WorkDuration['unit'];
  readonly unitsPerDay: bigint; // of the budget's units, one day
  readonly countsOpenTime: boolean;
  readonly budgetAt: (start: number, index: CalendarIndex) => bigint;
  /** The first minute that may be spent by a clock started (or started anew) in minute `start`. */
  readonly countsFrom: (start: number, index: CalendarIndex) => number;
  readonly spend: (stretch: Stretch, left: bigint) => Spending;
}

// Amounts may be written as 0.25 hours or half a day; three decimals are kept, so nothing is ever a float afterwards.
const THOUSANDTHS = 1000n;

/** The gauge for a duration over the calendars a case meets (their day lengths share one unit). */
export function gaugeOf(duration: WorkDuration, indexes: readonly CalendarIndex[]): Gauge {
  switch (duration.unit) {
    case 'working-days':
      return workingDays(duration.amount, indexes);
    case 'working-hours':
      return {
        unit: duration.unit,
        unitsPerDay: BigInt(MINUTES_PER_DAY),
        countsOpenTime: true,
        budgetAt: () => wholeMinutes(duration.amount),
        countsFrom: (start) => start,
        spend: (stretch, left) => spendOpen(stretch, left, () => 1n),
      };
    case 'calendar-days': {
      const days = Math.max(1, Math.ceil(duration.amount)); // a started calendar day is a day
      return elapsed(duration.unit, (start, index) =>
        BigInt(endOfLocalDay(start, index) + days * MINUTES_PER_DAY - start),
      );
    }
    case 'clock-hours':
      return elapsed(duration.unit, () => wholeMinutes(duration.amount));
  }
}

/** The minute at which the local day of `minute` ends. */
export function endOfLocalDay(minute: number, index: CalendarIndex): number {
  const local = minute + index.offsetMinutes;
  return (Math.floor(local / MINUTES_PER_DAY) + 1) * MINUTES_PER_DAY - index.offsetMinutes;
}

/** The instant a due minute stands for: a period of calendar days ends with the last second of its last day. */
export function dueInstant(minute: number, gauge: Gauge): Date {
  const due = new Date(minute * 60_000 - (gauge.unit === 'calendar-days' ? 1000 : 0));
  if (Number.isNaN(due.getTime())) throw new AppError('invalid', 'clock.never_due', { params: { unit: gauge.unit } });
  return due;
}

/** The whole minute an instant lies in: seconds never decide, because people only ever see minutes. */
export function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000);
}

// Cases that come in within one minute ask the same thing of the same calendar over and over.
const asked = new WeakMap<object, Map<string, number>>();
const mostKept = 500;

/** Due instant of a duration without pauses: task targets, lapses, reminders. Throws `clock.never_due` as walk.ts does. */
export function dueAfter(duration: WorkDuration, from: Date, calendar: Parameters<typeof indexOf>[0]): Date {
  const answers = asked.get(calendar) ?? new Map<string, number>();
  asked.set(calendar, answers);
  const start = minuteOf(from);
  const key = `${duration.amount} ${duration.unit} ${start}`;
  const known = answers.get(key);
  if (known !== undefined) return new Date(known);
  if (answers.size >= mostKept) answers.clear();
  const due = countedDue(duration, start, calendar);
  answers.set(key, due.getTime());
  return due;
}

function countedDue(duration: WorkDuration, start: number, calendar: Parameters<typeof indexOf>[0]): Date {
  const index = indexOf(calendar);
  const gauge = gaugeOf(duration, [index]);
  const stretch = { index, from: gauge.countsFrom(start, index), to: Number.POSITIVE_INFINITY };
  const { due } = gauge.spend(stretch, gauge.budgetAt(start, index));
  return dueInstant(due ?? start, gauge); // an endless stretch always ends in a due minute or throws
}

function workingDays(amount: number, indexes: readonly CalendarIndex[]): Gauge {
  const common = indexes.map((index) => index.unitsPerDay).reduce(lowestCommonMultiple, 1n);
  const unitsPerDay = common * THOUSANDTHS;
  const thousandths = BigInt(Math.max(1, Math.round(amount * Number(THOUSANDTHS))));
  return {
    unit: 'working-days',
    unitsPerDay,
    countsOpenTime: true,
    budgetAt: () => thousandths * common,
    countsFrom: endOfLocalDay, // day 1 is the first working day after the day of the start
    spend: (stretch, left) => spendOpen(stretch, left, (day) => unitsPerDay / BigInt(day.minutes)),
  };
}

function elapsed(unit: WorkDuration['unit'], budgetAt: Gauge['budgetAt']): Gauge {
  return {
    unit,
    unitsPerDay: BigInt(MINUTES_PER_DAY),
    countsOpenTime: false,
    budgetAt,
    countsFrom: (start) => start,
    spend: spendElapsed,
  };
}

function wholeMinutes(hours: number): bigint {
  return BigInt(Math.max(1, Math.round(hours * 60)));
}
