import {
  formatDay,
  isDay,
  type ReadDay,
  readDay,
  readDayParts,
  resolveDay,
} from '../../lib/people-dates/people-dates.ts';
import type { Field } from '../schema.ts';
import { isEmpty, shortText } from './raw.ts';
import { type Env, type FieldKind, isRecord, type Parsed, partOf } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/**
 * A calendar day, YYYY-MM-DD. `after` is strict ("setelah hari ini"), `before` means that day at the latest: what
 * happened today has happened (a card lost this morning, a child born tonight), so the two are exact opposites.
 */
export const dateKind: FieldKind<string> = {
  parse(raw, field, env) {
    const words = wordsOf(env.locale).date;
    if (isRecord(raw) && ['day', 'month', 'year'].some((part) => isEmpty(partOf(raw, part)))) {
      return fail('date.incomplete', words.incomplete);
    }
    const read = isRecord(raw) ? readParts(raw) : readDay(shortText(raw) ?? '', env.today);
    if (!read.ok) return fail(`date.${read.problem}`, words[read.problem]);
    return withinLimits(pickCentury(read.days, field, env), field, env);
  },
  holds: (value): value is string => typeof value === 'string' && isDay(value),
  format: (value, _field, env) => formatDay(value, env.locale),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.date),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'string', format: 'date' }),
};

/** A question about a birth, by its id or label. */
export function isBirthDate(field: Field): boolean {
  return field.type === 'date' && /lahir|birth/i.test(`${field.id} ${field.label.id} ${field.label.en ?? ''}`);
}

function readParts(raw: Readonly<Record<string, unknown>>): ReadDay {
  return readDayParts({
    day: shortText(partOf(raw, 'day')),
    month: shortText(partOf(raw, 'month')),
    year: shortText(partOf(raw, 'year')),
  });
}

function limitsOf(field: Field, today: string): { after: string | undefined; before: string | undefined } {
  // Nobody is born tomorrow, whether or not the author of the service thought of it.
  const before = field.before ?? (isBirthDate(field) && field.after === undefined ? 'today' : undefined);
  return {
    after: field.after === undefined ? undefined : resolveDay(field.after, today),
    before: before === undefined ? undefined : resolveDay(before, today),
  };
}

// "17-8-90": the year that fits the question's limits, and of those the latest one that has already come.
function pickCentury(days: readonly [string, ...string[]], field: Field, env: Env): string {
  const { after, before } = limitsOf(field, env.today);
  const fitting = days.filter((day) => (after === undefined || day > after) && (before === undefined || day <= before));
  const choices = fitting.length > 0 ? fitting : days;
  const past = choices.filter((day) => day <= env.today).sort();
  return past.at(-1) ?? [...choices].sort()[0] ?? days[0];
}

function withinLimits(day: string, field: Field, env: Env): Parsed<string> {
  const words = wordsOf(env.locale).date;
  const { after, before } = limitsOf(field, env.today);
  const named = (limit: string) => (limit === env.today ? words.today : formatDay(limit, env.locale));
  if (after !== undefined && day <= after) return fail('date.after', words.after({ limit: named(after) }));
  if (before !== undefined && day > before) return fail('date.before', words.before({ limit: named(before) }));
  return { ok: true, value: day };
}
