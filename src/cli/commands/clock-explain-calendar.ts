// The calendar of a clock question: a name the region knows, hours written out, or just a list of holidays.
import { z } from 'zod';
import { isLocalDate } from '../../lib/dates/local-date.ts';
import type { FieldError } from '../../lib/errors.ts';
import { AppError } from '../../lib/errors.ts';
import type { Locale, LocalText } from '../../lib/locale.ts';
import type { Holiday, HolidayKind, WorkCalendar } from '../../lib/working-time/calendar.ts';
import { holidayKinds } from '../../lib/working-time/calendar.ts';
import { buildCalendar, parseCalendarFile } from '../../lib/working-time/files.ts';
import { explainWords, faultSentence } from './clock-explain-messages.ts';

/** Where calendars named by id come from, and the zone of hours written without one. */
export interface CalendarSource {
  readonly findCalendar?: ((id: string) => WorkCalendar | undefined) | undefined;
  readonly timezone?: string | undefined;
}
interface Reading {
  readonly field: string;
  readonly locale: Locale;
  readonly source: CalendarSource;
  readonly faults: FieldError[];
}

// Perpres 21/2023: 37.5 hours a week from 07.30, a break of 60 minutes and of 90 on Fridays.
const officeWeek = {
  'mon-thu': { open: '07:30', close: '16:00', breaks: [{ from: '12:00', to: '13:00' }] },
  fri: { open: '07:30', close: '16:30', breaks: [{ from: '11:30', to: '13:00' }] },
};
const date = z.string().refine(isLocalDate);
interface HolidayRow {
  readonly date: string;
  readonly name?: string | LocalText | undefined;
  readonly kind?: HolidayKind | undefined;
  readonly decree?: string | undefined;
}
const HolidayText: z.ZodType<HolidayRow> = z.union([
  date.transform((day) => ({ date: day })),
  z.object({
    date,
    name: z.union([z.string(), z.object({ id: z.string(), en: z.string().optional() })]).optional(),
    kind: z.enum(holidayKinds).optional(),
    decree: z.string().optional(),
  }),
]);

/** The calendar, or undefined after adding what is wrong with it to `faults`. */
export function readCalendar(content: unknown, reading: Reading): WorkCalendar | undefined {
  if (content === undefined || content === null) return refuse(reading, 'missing');
  if (typeof content === 'string') return findCalendar(content, reading);
  if (typeof content !== 'object' || Array.isArray(content)) return refuse(reading, 'calendar');
  const { holidays: listed, ...file }: { holidays?: unknown; id?: unknown; week?: unknown; timezone?: unknown } =
    content;
  const holidays = readHolidays(listed, reading);
  if (holidays === undefined) return undefined;
  const named = file.week === undefined && file.timezone === undefined && typeof file.id === 'string';
  if (named) return withHolidays(findCalendar(String(file.id), reading), holidays);
  return inlineCalendar(file, holidays, reading);
}

function findCalendar(id: string, reading: Reading): WorkCalendar | undefined {
  return reading.source.findCalendar?.(id) ?? refuse(reading, 'unknown-calendar');
}

function withHolidays(calendar: WorkCalendar | undefined, more: readonly Holiday[]): WorkCalendar | undefined {
  if (calendar === undefined || more.length === 0) return calendar;
  const holidays = [...calendar.holidays, ...more].sort((a, b) => a.date.localeCompare(b.date));
  return { ...calendar, holidays };
}

function inlineCalendar(file: object, holidays: readonly Holiday[], reading: Reading): WorkCalendar | undefined {
  const { timezone } = reading.source;
  const defaults = { id: 'inline', name: explainWords(reading.locale).inlineCalendar, week: officeWeek };
  try {
    return buildCalendar(
      parseCalendarFile({ ...defaults, ...(timezone === undefined ? {} : { timezone }), ...file }),
      holidays,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const { field } of error.fields) {
      const code = field === 'timezone' ? 'timezone' : 'calendar-part';
      refuse({ ...reading, field: `${reading.field}.${field}` }, code);
    }
    return undefined;
  }
}

function readHolidays(listed: unknown, reading: Reading): Holiday[] | undefined {
  if (listed === undefined) return [];
  const field = `${reading.field}.holidays`;
  if (!Array.isArray(listed)) return refuse({ ...reading, field }, 'list');
  const rows = listed.map((row: unknown, index) => {
    const parsed = HolidayText.safeParse(row);
    return parsed.success
      ? holidayOf(parsed.data, reading.locale)
      : refuse({ ...reading, field: `${field}.${index}` }, 'holiday');
  });
  return rows.some((row) => row === undefined) ? undefined : rows.filter((row) => row !== undefined);
}

function holidayOf(row: HolidayRow, locale: Locale): Holiday {
  const words = explainWords(locale);
  const { name = words.holiday, kind = 'national', decree = words.decree } = row;
  return { date: row.date, name: typeof name === 'string' ? { id: name } : name, kind, decree };
}

function refuse({ field, locale, faults }: Reading, code: string): undefined {
  faults.push({ field, code, message: faultSentence(code, field, locale) });
  return undefined;
}
