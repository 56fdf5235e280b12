// The YAML a region writes: holiday files and calendar files. Loading is somebody else's; here is what they may say.
import { z } from 'zod';
import { dayNumberOf, isLocalDate } from '../dates/local-date.ts';
import { timezones } from '../dates/zones.ts';
import type { ErrorDetails, FieldError } from '../errors.ts';
import { AppError } from '../errors.ts';
import type { DayHours, Holiday, HoursException, WorkCalendar } from './calendar.ts';
import { holidayKinds } from './calendar.ts';
import { DayHoursText, expandWeek } from './hours-text.ts';

const Text = z.union([
  z
    .string()
    .min(1)
    .transform((id): { id: string; en?: string | undefined } => ({ id })),
  z.object({ id: z.string().min(1), en: z.string().min(1).optional() }).strict(),
]);
const Day = z.string().refine(isLocalDate, { error: 'tulis tanggal seperti 2026-12-25' });
/** `unconfirmed`: taken from the press or memory, to be compared with the signed decree by the region. */
const Confidence = z.enum(['sourced', 'unconfirmed']).default('sourced');

export const Decree = z
  .object({
    short: z.string().min(1),
    title: z.string().optional(),
    signed: Day.optional(),
    source: z.string().optional(),
  })
  .strict();
export const HolidayFile = z
  .object({
    year: z.number().int(),
    decrees: z.record(z.string(), Decree), // the SKB of the year and its amendments
    confidence: Confidence,
    holidays: z.array(
      z
        .object({
          date: Day,
          name: Text,
          kind: z.enum(holidayKinds),
          decree: z.string(),
          confidence: Confidence.optional(),
        })
        .strict(),
    ),
  })
  .strict();
export type HolidayFile = z.infer<typeof HolidayFile>;

const Week = z.record(z.string(), DayHoursText).transform(expandWeek);
const Exception = z
  .object({
    from: Day,
    to: Day,
    name: Text,
    week: Week,
    onHolidays: z.boolean().default(false),
    confidence: Confidence.optional(),
    basis: z.string().optional(),
  })
  .strict()
  .refine((exception) => exception.from <= exception.to, {
    error: 'tanggal akhir mendahului tanggal awal',
    path: ['to'],
  });

export const CalendarFile = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    name: Text,
    timezone: z.enum(timezones),
    basis: z.string().optional(), // the rule that sets the hours
    week: Week,
    closes: z.array(z.enum(holidayKinds)).default([...holidayKinds]), // which holidays this office observes
    exceptions: z.array(Exception).default([]),
  })
  .strict();
export type CalendarFile = z.infer<typeof CalendarFile>;

/** Parsed YAML of `regions/indonesia/holidays/<year>.yaml`; `calendar.invalid` names each wrong place. */
export function parseHolidayFile(content: unknown): HolidayFile {
  const file = parse(HolidayFile, content);
  const fields = file.holidays.flatMap((holiday, row) => holidayFaults(file, holiday, row));
  if (fields.length > 0) throw invalid({ fields });
  return file;
}

/** Parsed YAML of `regions/<region>/calendars/<id>.yaml`; `calendar.invalid` names each wrong place. */
export function parseCalendarFile(content: unknown): CalendarFile {
  return parse(CalendarFile, content);
}

/** The holidays of the files in date order, each with the short form of its decree. */
export function holidaysOf(files: readonly HolidayFile[]): Holiday[] {
  return files
    .flatMap((file) =>
      file.holidays.map(({ date, name, kind, decree }) => ({
        date,
        name,
        kind,
        decree: file.decrees[decree]?.short ?? decree,
      })),
    )
    .sort(byDate);
}

/** The calendar every clock works with. Keep the object: what a day is worth is remembered per object. */
export function buildCalendar(file: CalendarFile, holidays: readonly Holiday[]): WorkCalendar {
  return {
    id: file.id,
    name: file.name,
    timezone: file.timezone,
    week: file.week.map((hours): DayHours => hours ?? []),
    holidays: holidays.filter((holiday) => file.closes.includes(holiday.kind)).sort(byDate),
    exceptions: file.exceptions.map(
      ({ from, to, name, week, onHolidays }): HoursException => ({ from, to, name, week, onHolidays }),
    ),
  };
}

function byDate(a: Holiday, b: Holiday): number {
  return dayNumberOf(a.date) - dayNumberOf(b.date);
}

function holidayFaults(file: HolidayFile, holiday: HolidayFile['holidays'][number], row: number): FieldError[] {
  const fault = (field: string, message: string): FieldError => ({
    field: `holidays.${row}.${field}`,
    code: 'calendar.invalid',
    message,
  });
  const faults: FieldError[] = [];
  if (!holiday.date.startsWith(`${file.year}-`)) faults.push(fault('date', `bukan tanggal dalam tahun ${file.year}`));
  if (file.decrees[holiday.decree] === undefined)
    faults.push(fault('decree', `"${holiday.decree}" tidak ada di daftar decrees`));
  if (file.holidays.findIndex((other) => other.date === holiday.date) !== row)
    faults.push(fault('date', 'tanggal tertulis dua kali'));
  return faults;
}

function parse<T extends z.ZodType>(schema: T, content: unknown): z.output<T> {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw invalid({
    fields: result.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      code: 'calendar.invalid',
      message: issue.message,
    })),
  });
}

function invalid(details: ErrorDetails): AppError {
  return new AppError('invalid', 'calendar.invalid', details);
}
