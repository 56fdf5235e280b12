// The first look at what a channel sent: strings from forms, numbers and booleans from JSON, repeated keys, hostile things.
import { cleanLine, cleanLines } from '../../lib/people-text/people-text.ts';
import type { Field } from '../schema.ts';
import { type Env, isRecord, type Parsed } from './types.ts';
import { fail, labelOf, wordsOf } from './words.ts';

const emptyScan = 2000; // a longer text is not empty; cleaning it whole would cost time

/** Nothing was given: absent, null, only blanks or invisible characters, or lists and parts of only these. */
export function isEmpty(raw: unknown, depth = 0): boolean {
  if (raw === undefined || raw === null) return true;
  if (typeof raw === 'string') return raw.length <= emptyScan && cleanLine(raw) === '';
  if (depth > 3) return false;
  if (Array.isArray(raw)) return raw.length <= 100 && raw.every((item) => isEmpty(item, depth + 1));
  if (!isRecord(raw)) return false;
  const values = Object.values(raw);
  return values.length <= 100 && values.every((item) => isEmpty(item, depth + 1));
}

/**
 * The one text somebody gave; a list of one is the repeated key of a form. Undefined for everything else, also for a
 * number too long to be exact: JSON rounds the NIK 9171011708900001 without the quotation marks to another person's.
 */
export function oneText(raw: unknown): string | undefined {
  const single = Array.isArray(raw) && raw.length === 1 ? raw[0] : raw;
  if (typeof single === 'string') return single;
  if (typeof single === 'number' && Math.abs(single) <= Number.MAX_SAFE_INTEGER) return String(single);
  return undefined;
}

/** The cleaned text of a question that has a short fixed form (numbers, dates, codes); undefined when it cannot be one. */
export function shortText(raw: unknown, limit = 100): string | undefined {
  const text = oneText(raw);
  return text === undefined || text.length > limit ? undefined : cleanLine(text);
}

/** Free text within its limits, counted in characters as people count them. */
export function readText(raw: unknown, field: Field, rules: { env: Env; max: number; lines: boolean }): Parsed<string> {
  const { env } = rules;
  const words = wordsOf(env.locale).text;
  const label = labelOf(field, env);
  const max = field.max ?? rules.max;
  const text = oneText(raw);
  if (text === undefined) return fail(`${field.type}.format`, words.format({ label }));
  if (text.length > max * 4 + 1000) return fail(`${field.type}.too_long`, words.huge({ label, max }));
  const clean = rules.lines ? cleanLines(text) : cleanLine(text);
  const given = [...clean].length;
  if (given > max) return fail(`${field.type}.too_long`, words.tooLong({ label, max, given }));
  if (field.min !== undefined && given < field.min) {
    return fail(`${field.type}.too_short`, words.tooShort({ label, min: field.min, given }));
  }
  return { ok: true, value: clean };
}
