// Opening hours as people write them: "07:30" to "16:00" with breaks, or a list of intervals, for "mon" or "mon-thu".
import { z } from 'zod';
import type { DayHours, OpenInterval } from './calendar.ts';

const weekdays: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const Time = z
  .string()
  .regex(/^(([01]\d|2[0-3])[:.][0-5]\d|24[:.]00)$/, { error: 'tulis jam seperti 07:30' })
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
const Break = z.object({ from: Time, to: Time }).strict();
const Span = z.object({ open: Time, close: Time, breaks: z.array(Break).default([]) }).strict();
const Pairs = z.array(z.tuple([Time, Time])); // [] = closed

/** Hours of one day, as intervals in minutes since midnight. */
export const DayHoursText = z
  .union([
    Pairs.transform((pairs) => pairs.map(([from, to]) => ({ from, to }))),
    Span.transform(({ open, close, breaks }) => withoutBreaks({ from: open, to: close }, breaks)),
  ])
  .superRefine((hours, context) => {
    const ordered = hours.every(({ from, to }, index) => from < to && from > (hours[index - 1]?.to ?? -1));
    if (!ordered)
      context.addIssue({
        code: 'custom',
        message: 'jam buka harus berurutan, tidak bertumpuk, dan selesai setelah mulai',
      });
  });

/** Seven days from keys such as "mon" and "mon-thu" (Sunday first); days not named are null. */
export function expandWeek(week: Readonly<Record<string, DayHours>>, context: z.RefinementCtx): (DayHours | null)[] {
  const days: (DayHours | null)[] = weekdays.map(() => null);
  for (const [key, hours] of Object.entries(week)) {
    const named = daysNamed(key);
    if (named.length === 0)
      context.addIssue({ code: 'custom', message: 'tulis hari seperti mon atau mon-thu', path: [key] });
    for (const day of named) {
      if (days[day] !== null) context.addIssue({ code: 'custom', message: 'hari ini sudah diberi jam', path: [key] });
      days[day] = hours;
    }
  }
  return days;
}

function daysNamed(key: string): number[] {
  const [first, last = first, more] = key.split('-').map((name) => weekdays.indexOf(name));
  if (more !== undefined || first === undefined || last === undefined || first < 0 || last < 0) return [];
  const count = ((last - first + 7) % 7) + 1; // "sat-sun" runs over the end of the week
  return Array.from({ length: count }, (_, step) => (first + step) % 7);
}

function withoutBreaks(day: OpenInterval, breaks: readonly OpenInterval[]): OpenInterval[] {
  const sorted = breaks.toSorted((a, b) => a.from - b.from);
  const starts = [day.from, ...sorted.map((rest) => rest.to)];
  const ends = [...sorted.map((rest) => rest.from), day.to];
  return starts.map((from, index) => ({ from, to: ends[index] ?? day.to }));
}
