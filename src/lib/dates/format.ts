// Dates as people read them (look.md 5.5 rule 5): in full, with the zone. Formatters are made once per language and zone.
import type { Locale } from '../locale.ts';
import type { LocalDate } from './local-date.ts';
import { dayNumberOf } from './local-date.ts';
import { zoneOf } from './zones.ts';

/** Whose clock and which language. */
export interface DateStyle {
  readonly timezone: string;
  readonly locale: Locale;
}

const kinds = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  plain: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Kind = keyof typeof kinds;

const tags: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };
const atWords: Readonly<Record<Locale, string>> = { id: 'pukul', en: 'at' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** "Selasa, 24 November 2026" */
export function formatDate(at: Date, style: DateStyle): string {
  return formatter('full', style).format(at);
}

/** "24 November 2026": for letters and rows where the weekday is noise. */
export function formatPlainDate(at: Date, style: DateStyle): string {
  return formatter('plain', style).format(at);
}

/** "24 Nov 2026": for narrow columns. */
export function formatShortDate(at: Date, style: DateStyle): string {
  return formatter('short', style).format(at);
}

/** "15.00 WITA" (Indonesian) or "15:00 WITA" (English). */
export function formatTime(at: Date, style: DateStyle): string {
  return `${formatBareTime(at, style)} ${zoneOf(style.timezone).label}`;
}

/** "15.00": only beside a text that already names the zone. */
export function formatBareTime(at: Date, style: DateStyle): string {
  return formatter('time', style).format(at);
}

/** "Selasa, 24 November 2026 pukul 15.00 WITA" */
export function formatDateTime(at: Date, style: DateStyle): string {
  return `${formatDate(at, style)} ${atWords[style.locale]} ${formatTime(at, style)}`;
}

/** A day without a time, in full: "Kamis, 25 Desember 2026" for '2026-12-25'. */
export function formatLocalDate(date: LocalDate, locale: Locale): string {
  return formatter('full', { timezone: 'UTC', locale }).format(dayNumberOf(date) * 86_400_000);
}

/** A day without a time and weekday: "25 Desember 2026". */
export function formatPlainLocalDate(date: LocalDate, locale: Locale): string {
  return formatter('plain', { timezone: 'UTC', locale }).format(dayNumberOf(date) * 86_400_000);
}

function formatter(kind: Kind, style: DateStyle): Intl.DateTimeFormat {
  const key = `${kind} ${style.locale} ${style.timezone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tags[style.locale], { ...kinds[kind], timeZone: style.timezone });
  formatters.set(key, made);
  return made;
}
