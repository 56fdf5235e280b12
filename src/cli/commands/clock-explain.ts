// `loket24 clock explain FILE.json`: the clock laid open, for operators, auditors and whoever doubts a due date.
import { z } from 'zod';
import { computeClock } from '../../definition/clocks/compute.ts';
import type { ClockEvent, ClockReading } from '../../definition/clocks/types.ts';
import { clockEventTypes } from '../../definition/clocks/types.ts';
import { isLocalDate } from '../../lib/dates/local-date.ts';
import type { FieldError } from '../../lib/errors.ts';
import { AppError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import { locales } from '../../lib/locale.ts';
import type { CalendarSource } from './clock-explain-calendar.ts';
import { readCalendar } from './clock-explain-calendar.ts';
import { faultSentence } from './clock-explain-messages.ts';

const durationUnits = ['working-days', 'working-hours', 'calendar-days', 'clock-hours'] as const;

/** The messages of this schema are the codes of clock-explain-messages.ts. */
function or(code: string) {
  return { error: (issue: { readonly input?: unknown }) => (issue.input === undefined ? 'missing' : code) };
}
const Instant = z
  .string(or('instant'))
  .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/, { error: 'instant' })
  .refine((text) => isLocalDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)), { error: 'instant' })
  .transform((text) => new Date(text));
const Reason = z.union([z.string(), z.object({ id: z.string(), en: z.string().optional() })], { error: 'reason' });
const Question = z.object(
  {
    rule: z.object(
      {
        id: z.string(or('text')).default('promise'),
        duration: z.object(
          { amount: z.number(or('amount')).positive({ error: 'amount' }), unit: z.enum(durationUnits, or('unit')) },
          or('object'),
        ),
        start: z.enum(['sent', 'complete'], or('start')).optional(),
        resume: z.enum(['continue', 'reset'], or('resume')).optional(),
      },
      or('object'),
    ),
    calendar: z.unknown().optional(),
    holidays: z.unknown().optional(),
    events: z.array(
      z.object(
        {
          type: z.enum(clockEventTypes, or('type')),
          at: Instant,
          reason: Reason.optional(),
          calendar: z.unknown().optional(),
        },
        or('object'),
      ),
      or('list'),
    ),
    now: Instant,
    locale: z.enum(locales, or('locale')).default('id'),
  },
  or('object'),
);

/**
 * Reads `{rule, calendar, events, now}` (docs/clocks.md) and answers the clock as JSON: `startedAt`, `countsFrom`,
 * `pauses`, `paused`, `stoppedAt`, `dueAt`, `remaining`, `elapsed`, `breached`, `derivation`; instants as ISO in UTC.
 * Throws AppError invalid `clock.bad_question` with one sentence per field.
 */
export function explainClock(json: unknown, source: CalendarSource = {}): unknown {
  const locale = localeOf(json);
  const faults: FieldError[] = [];
  const read: ReadCalendar = (content, field) => readCalendar(content, { field, locale, source, faults });
  const parsed = Question.safeParse(json);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => fault(issue, locale)));
  const calendar = isRecord(json) ? read(withHolidays(json.calendar, json.holidays), 'calendar') : undefined;
  const events = parsed.success ? withCalendars(parsed.data.events, read) : [];
  if (!parsed.success || calendar === undefined || faults.length > 0) {
    throw new AppError('invalid', 'clock.bad_question', { fields: faults });
  }
  const { rule, now } = parsed.data;
  return jsonOf(reading({ rule, events, calendar, now, locale }, locale));
}

function reading(question: Parameters<typeof computeClock>[0], locale: Locale): ClockReading {
  try {
    return computeClock(question);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'clock.never_due')) throw error;
    const field = 'rule.duration';
    const fields = [{ field, code: 'never-due', message: faultSentence('never-due', field, locale) }];
    throw new AppError('invalid', 'clock.bad_question', { fields, cause: error });
  }
}

type ReadCalendar = (content: unknown, field: string) => ClockEvent['calendar'];
function withCalendars(events: z.infer<typeof Question>['events'], read: ReadCalendar): ClockEvent[] {
  return events.map((event, index) => ({
    ...event,
    calendar: event.type === 'calendar' ? read(event.calendar, `events.${index}.calendar`) : undefined,
  }));
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A holidays list beside the calendar is the same as one inside it. */
function withHolidays(calendar: unknown, holidays: unknown): unknown {
  if (holidays === undefined) return calendar;
  if (calendar === undefined) return { holidays };
  if (typeof calendar === 'string') return { id: calendar, holidays };
  return isRecord(calendar) && calendar.holidays === undefined ? { ...calendar, holidays } : calendar;
}

function localeOf(json: unknown): Locale {
  return isRecord(json) && json.locale === 'en' ? 'en' : 'id';
}

function fault(issue: z.core.$ZodIssue, locale: Locale): FieldError {
  const field = issue.path.join('.');
  return { field, code: issue.message, message: faultSentence(issue.message, field, locale) };
}

function jsonOf(clock: ClockReading): unknown {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    startedAt: iso(clock.startedAt),
    countsFrom: iso(clock.countsFrom),
    pauses: clock.pauses.map(({ from, to, reason }) => ({
      from: iso(from),
      ...(to === undefined ? {} : { to: iso(to) }),
      reason,
    })),
    paused: clock.paused,
    stoppedAt: iso(clock.stoppedAt),
    dueAt: iso(clock.dueAt),
    remaining: clock.remaining,
    elapsed: clock.elapsed,
    breached: clock.breached,
    derivation: clock.derivation,
  };
}
