// What one answer must be beside another: an end not before its start, two people not one NIK, no row twice. Only answers
// given before count, so the sentence always stands at the question that came later, on every channel.
import { formatDay } from '../../lib/people-dates/people-dates.ts';
import type { Field } from '../schema.ts';
import { type Answer, type Answers, answerOf, type Env, isRecord, type Parsed } from './types.ts';
import { wordsOf } from './words.ts';

type Failed = Extract<Parsed<Answer>, { ok: false }>;

/** Why an answer that is good by itself does not stand beside the `known` ones before it; undefined when it does. */
export function relationProblem(field: Field, value: Answer, known: Answers, env: Env): Failed | undefined {
  return tooEarly(field, value, known, env) ?? sameAsOther(field, value, known, env) ?? rowTwice(field, value, env);
}

function tooEarly(field: Field, value: Answer, known: Answers, env: Env): Failed | undefined {
  const start = field.notBefore === undefined ? undefined : answerOf(known, field.notBefore);
  if (typeof start !== 'string' || typeof value !== 'string' || value >= start) return undefined;
  return failed('date.not_before', wordsOf(env.locale).relations.notBefore({ day: formatDay(start, env.locale) }));
}

function sameAsOther(field: Field, value: Answer, known: Answers, env: Env): Failed | undefined {
  const same = (field.notSameAs ?? []).some((id) => answerOf(known, id) === value);
  return same ? failed('same_as_other', wordsOf(env.locale).relations.same) : undefined;
}

function rowTwice(field: Field, value: Answer, env: Env): Failed | undefined {
  const { unique } = field;
  if (unique === undefined || !Array.isArray(value)) return undefined;
  const rows: readonly unknown[] = value;
  const keys = rows.map((row) => (isRecord(row) && Object.hasOwn(row, unique) ? String(row[unique]) : undefined));
  const twice = keys.findIndex((key, index) => key !== undefined && keys.indexOf(key) < index);
  if (twice < 0) return undefined;
  const message = wordsOf(env.locale).relations.twice({ row: keys.indexOf(keys[twice]) + 1 });
  return { ...failed('group.twice', message), at: [{ field: `${twice}.${unique}`, code: 'group.twice', message }] };
}

function failed(code: string, message: string): Failed {
  return { ok: false, code, message };
}
