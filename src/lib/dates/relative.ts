// How long from now, in the words of the wall clock. Time counted in working hours has its own words in definition/clocks.
import type { Locale } from '../locale.ts';

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

interface Words {
  readonly span: (count: number, unit: 'minute' | 'hour' | 'day') => string;
  readonly moment: string;
  readonly left: (span: string) => string;
  readonly ago: (span: string) => string;
  readonly late: (span: string) => string;
  readonly dueNow: string;
  readonly justNow: string;
}

const unitsId = { minute: 'menit', hour: 'jam', day: 'hari' } as const;
const words: Readonly<Record<Locale, Words>> = {
  id: {
    span: (count, unit) => `${count} ${unitsId[unit]}`,
    moment: 'kurang dari 1 menit',
    left: (span) => `${span} lagi`,
    ago: (span) => `${span} lalu`,
    late: (span) => `Lewat ${span}`,
    dueNow: 'Sekarang',
    justNow: 'Baru saja',
  },
  en: {
    span: (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`,
    moment: 'less than 1 minute',
    left: (span) => `${span} left`,
    ago: (span) => `${span} ago`,
    late: (span) => `${span} late`,
    dueNow: 'Now',
    justNow: 'Just now',
  },
};

/** The largest whole unit of a length of time: "2 hari", "3 jam", "20 menit". */
export function formatSpan(minutes: number, locale: Locale): string {
  const whole = Math.floor(Math.abs(minutes));
  const say = words[locale];
  if (whole >= DAY) return say.span(Math.floor(whole / DAY), 'day');
  if (whole >= HOUR) return say.span(Math.floor(whole / HOUR), 'hour');
  return whole >= 1 ? say.span(whole, 'minute') : say.moment;
}

/** Before the due instant "3 jam lagi", after it "Lewat 2 jam". */
export function formatTimeLeft(due: Date, now: Date, locale: Locale): string {
  const minutes = (due.getTime() - now.getTime()) / MINUTE;
  if (minutes === 0) return words[locale].dueNow;
  const span = formatSpan(minutes, locale);
  return minutes > 0 ? words[locale].left(span) : words[locale].late(span);
}

/** Of something that happened: "3 jam lalu", "Baru saja" under a minute (or when clocks disagree). */
export function formatAgo(at: Date, now: Date, locale: Locale): string {
  const minutes = (now.getTime() - at.getTime()) / MINUTE;
  return minutes < 1 ? words[locale].justNow : words[locale].ago(formatSpan(minutes, locale));
}
