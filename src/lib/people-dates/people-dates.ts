// Days as people write and read them. A day is the text YYYY-MM-DD: it has no hour and no zone, so no Date object is made.
import type { Locale } from '../locale.ts';
import { asciiDigits, cleanLine } from '../people-text/people-text.ts';

export type ReadDay =
  | { readonly ok: true; readonly days: readonly [string, ...string[]] } // several when the century was left out
  | { readonly ok: false; readonly problem: 'format' | 'impossible' };

const monthNames = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;
const shortNames: Readonly<Record<string, number>> = {
  agt: 8,
  agu: 8,
  ags: 8,
  agst: 8,
  pebruari: 2,
  peb: 2,
  nop: 11,
  nopember: 11,
  okt: 10,
  oct: 10,
  des: 12,
  dec: 12,
  sept: 9,
};
const relative: Readonly<Record<string, number>> = {
  'hari ini': 0,
  today: 0,
  kemarin: -1,
  yesterday: -1,
  besok: 1,
  tomorrow: 1,
};

/** Reads "17 agustus 1990", "17/8/90", "17081990", "170890", "1990-08-17" or "kemarin"; `today` is YYYY-MM-DD. Day before month. */
export function readDay(text: string, today: string): ReadDay {
  const plain = asciiDigits(cleanLine(text)).toLowerCase();
  const shift = Object.hasOwn(relative, plain) ? relative[plain] : undefined;
  if (shift !== undefined) return { ok: true, days: [addDays(today, shift)] };
  const packed = /^\d{8}$/.exec(plain);
  if (packed) return readPacked(plain);
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(plain); // 170890, as people type it at a counter
  if (short) return readDayParts({ day: short[1], month: short[2], year: short[3] });
  const named = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(plain);
  if (named) return readDayParts({ day: named[2], month: named[1], year: named[3] });
  const yearFirst = /^(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})$/.exec(plain);
  if (yearFirst) return readDayParts({ day: yearFirst[3], month: yearFirst[2], year: yearFirst[1] });
  const dayFirst = /^(\d{1,2})\s*[-/. ,]?\s*(\d{1,2}|\p{L}+\.?)\s*[-/. ,]?\s*'?(\d{4}|\d{2})$/u.exec(plain);
  if (dayFirst && /[-/. ,]|\p{L}/u.test(plain)) {
    return readDayParts({ day: dayFirst[1], month: dayFirst[2], year: dayFirst[3] });
  }
  return { ok: false, problem: 'format' };
}

/** Reads three separate boxes; the month may be a name. */
export function readDayParts(parts: {
  day: string | undefined;
  month: string | undefined;
  year: string | undefined;
}): ReadDay {
  const day = wholeNumber(parts.day);
  const month = monthNumber(parts.month ?? '');
  const year = wholeNumber(parts.year);
  if (day === undefined || month === undefined || year === undefined) return { ok: false, problem: 'format' };
  const digits = asciiDigits(cleanLine(parts.year ?? '')).length;
  if (digits !== 2 && digits !== 4) return { ok: false, problem: 'format' };
  const years = digits === 2 ? [2000 + year, 1900 + year] : [year];
  const [first, ...others] = years.map((full) => toDay(full, month, day)).filter((found) => found !== undefined);
  return first === undefined ? { ok: false, problem: 'impossible' } : { ok: true, days: [first, ...others] };
}

/** Whether the text is a day that exists, in canonical form. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && toDay(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** 1990-08-17 as "17 Agustus 1990"; anything else comes back unchanged. */
export function formatDay(day: string, locale: Locale): string {
  if (!isDay(day)) return day;
  return `${Number(day.slice(8))} ${monthNames[locale][Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Calendar months later; the 31st falls back to the last day of a shorter month. */
export function addMonths(day: string, count: number): string {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  return toDay(year, month, Math.min(Number(day.slice(8)), lastDay(year, month))) ?? day;
}

/** A limit of a definition: a day, `today`, or `today` with a distance such as `today-17y`, `today+30d`, `today-6m`. */
export function resolveDay(limit: string, today: string): string | undefined {
  if (isDay(limit)) return limit;
  const match = /^today(?:([+-])(\d{1,4})([dmy]))?$/.exec(limit.replaceAll(' ', ''));
  if (!match) return undefined;
  const count = Number(match[2] ?? 0) * (match[1] === '-' ? -1 : 1);
  if (match[3] === 'd') return addDays(today, count);
  return addMonths(today, match[3] === 'y' ? count * 12 : count);
}

function readPacked(plain: string): ReadDay {
  const dayFirst = toDay(Number(plain.slice(4)), Number(plain.slice(2, 4)), Number(plain.slice(0, 2)));
  const yearFirst = toDay(Number(plain.slice(0, 4)), Number(plain.slice(4, 6)), Number(plain.slice(6)));
  const found = dayFirst ?? yearFirst;
  return found === undefined ? { ok: false, problem: 'impossible' } : { ok: true, days: [found] };
}

function wholeNumber(text: string | undefined): number | undefined {
  const plain = asciiDigits(cleanLine(text ?? ''));
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}

function monthNumber(text: string): number | undefined {
  const plain = asciiDigits(cleanLine(text)).toLowerCase().replace(/\.$/, '');
  if (/^\d{1,2}$/.test(plain)) return Number(plain);
  if (Object.hasOwn(shortNames, plain)) return shortNames[plain];
  if (plain.length < 3) return undefined;
  for (const names of [monthNames.id, monthNames.en]) {
    const index = names.findIndex((name) => name.toLowerCase() === plain || name.slice(0, 3).toLowerCase() === plain);
    if (index >= 0) return index + 1;
  }
  return undefined;
}

// Years outside living memory and planning are typing errors: 1850 covers the grandparents in an heirs' letter.
function toDay(year: number, month: number, day: number): string | undefined {
  if (year < 1850 || year > 2150 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
