// When a paper form was handed in: a day and an hour as people write them. Pure; today comes in.
import { dayNumberOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { readDay } from '../../../lib/people-dates/people-dates.ts';

/** "26-11-26" and "9.30" as an instant; undefined when either cannot be read. A year of two digits is the one nearest to today. */
export function receivedInstant(
  typed: { readonly day: string | undefined; readonly time: string | undefined },
  world: { readonly today: string; readonly timezone: string },
): Date | undefined {
  const read = readDay(typed.day ?? '', world.today);
  const time = /^(\d{1,2})[.: ]?(\d{2})$/.exec((typed.time ?? '').trim());
  if (!read.ok || !time) return undefined;
  const [hours, minutes] = [Number(time[1]), Number(time[2])];
  if (hours > 23 || minutes > 59) return undefined;
  const away = (day: string): number => Math.abs(dayNumberOf(day) - dayNumberOf(world.today));
  const [day = read.days[0]] = [...read.days].sort((a, b) => away(a) - away(b));
  return new Date(startOfLocalDay(day, world.timezone).getTime() + (hours * 60 + minutes) * 60_000);
}
