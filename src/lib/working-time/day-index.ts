// The look-up behind every clock: what a given local day is worth. Remembered per calendar object and per day.
import { dayNumberOf, weekdayOf } from '../dates/local-date.ts';
import type { ZoneLabel } from '../dates/zones.ts';
import { zoneOf } from '../dates/zones.ts';
import type { DayHours, Holiday, HoursException, WorkCalendar } from './calendar.ts';

export interface WorkDay {
  readonly hours: DayHours;
  readonly minutes: number; // open minutes of the day
  readonly holiday?: Holiday; // it would have been open without it
  readonly exception?: HoursException; // it has these hours instead of the usual ones
}
export interface CalendarIndex {
  readonly calendar: WorkCalendar;
  readonly offsetMinutes: number;
  readonly zoneLabel: ZoneLabel;
  readonly unitsPerDay: bigint; // lowest common multiple of all day lengths: one working day, exactly divisible into minutes
  readonly day: (dayNumber: number) => WorkDay;
}

const indexes = new WeakMap<WorkCalendar, CalendarIndex>();
const MAX_REMEMBERED_DAYS = 20_000;
const closed: DayHours = [];

/** The index of a calendar, made once per calendar object: keep one object per calendar and do not change it in place. */
export function indexOf(calendar: WorkCalendar): CalendarIndex {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const made = makeIndex(calendar);
  indexes.set(calendar, made);
  return made;
}

export function openMinutesOf(hours: DayHours): number {
  return hours.reduce((sum, interval) => sum + interval.to - interval.from, 0);
}

export function lowestCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

function makeIndex(calendar: WorkCalendar): CalendarIndex {
  const zone = zoneOf(calendar.timezone);
  const holidays = new Map(calendar.holidays.map((holiday) => [dayNumberOf(holiday.date), holiday]));
  const exceptions = calendar.exceptions.map((exception) => ({
    exception,
    from: dayNumberOf(exception.from),
    to: dayNumberOf(exception.to),
  }));
  const days = new Map<number, WorkDay>();

  const makeDay = (dayNumber: number): WorkDay => {
    const weekday = weekdayOf(dayNumber);
    const usual = calendar.week[weekday] ?? closed;
    const exception = exceptions.find(({ from, to }) => from <= dayNumber && dayNumber <= to)?.exception;
    const special = exception?.week[weekday] ?? null;
    const hours = special ?? usual;
    const minutes = openMinutesOf(hours);
    const holiday = exception?.onHolidays === true ? undefined : holidays.get(dayNumber);
    if (holiday !== undefined)
      return minutes > 0 ? { hours: closed, minutes: 0, holiday } : { hours: closed, minutes: 0 };
    return exception === undefined || special === null ? { hours, minutes } : { hours, minutes, exception };
  };
  const day = (dayNumber: number): WorkDay => {
    const known = days.get(dayNumber);
    if (known !== undefined) return known;
    const made = makeDay(dayNumber);
    if (days.size >= MAX_REMEMBERED_DAYS) days.clear();
    days.set(dayNumber, made);
    return made;
  };
  return {
    calendar,
    offsetMinutes: zone.offsetMinutes,
    zoneLabel: zone.label,
    unitsPerDay: unitsPerDay(calendar),
    day,
  };
}

function unitsPerDay(calendar: WorkCalendar): bigint {
  const weeks = [calendar.week, ...calendar.exceptions.map((exception) => exception.week)];
  const lengths = new Set(weeks.flat().map((hours) => openMinutesOf(hours ?? closed)));
  lengths.delete(0);
  return [...lengths].map(BigInt).reduce(lowestCommonMultiple, 1n);
}
