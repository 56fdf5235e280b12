// Opening hours of a calendar as rows of words: "Senin sampai Kamis", "07.30 sampai 16.00, istirahat 12.00 sampai 13.00".
import type { Locale } from '../../lib/locale.ts';
import type { DayHours, WorkCalendar } from '../../lib/working-time/calendar.ts';
import { messagesFor } from './messages.ts';

export interface OpeningRow {
  readonly days: string;
  readonly hours: string; // "tutup" on closed days
}

const fromMonday = [1, 2, 3, 4, 5, 6, 0];

/** The usual week, neighbouring days with the same hours together, closed days last. */
export function openingRows(calendar: Pick<WorkCalendar, 'week'>, locale: Locale): OpeningRow[] {
  const words = messagesFor(locale).hours;
  const groups: { first: number; last: number; hours: string; closed: boolean }[] = [];
  for (const day of fromMonday) {
    const opening = calendar.week[day] ?? [];
    const hours = hoursText(opening, locale);
    const group = groups.at(-1);
    if (group?.hours === hours) group.last = day;
    else groups.push({ first: day, last: day, hours, closed: opening.length === 0 });
  }
  return groups
    .toSorted((a, b) => Number(a.closed) - Number(b.closed))
    .map(({ first, last, hours }) => ({ days: daysText(first, last, words), hours }));
}

/** Open at every minute of the week. */
export function isAlwaysOpen(calendar: Pick<WorkCalendar, 'week'>): boolean {
  return calendar.week.every((day) => day.length === 1 && day[0]?.from === 0 && day[0].to === 1440);
}

type Words = ReturnType<typeof messagesFor>['hours'];
function daysText(first: number, last: number, words: Words): string {
  const [from = '', to = ''] = [words.days[first], words.days[last]];
  if (first === last) return from;
  if (first === 1 && last === 0) return words.everyDay;
  const length = (last - first + 7) % 7;
  return length === 1 ? words.twoDays(from, to) : words.span(from, to);
}

function hoursText(opening: DayHours, locale: Locale): string {
  const words = messagesFor(locale).hours;
  const [start, end] = [opening[0], opening.at(-1)];
  if (!start || !end) return words.closed;
  if (opening.length === 1 && start.from === 0 && start.to === 1440) return words.allDay;
  const breaks = opening.slice(1).map((next, index) => ({ from: opening[index]?.to ?? 0, to: next.from }));
  const rests = breaks.map((rest) => words.span(clock(rest.from, locale), clock(rest.to, locale)));
  const day = words.span(clock(start.from, locale), clock(end.to, locale));
  return rests.length === 0 ? day : words.withBreaks(day, rests.join(', '));
}

function clock(minutes: number, locale: Locale): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${hour}${locale === 'id' ? '.' : ':'}${minute}`;
}
