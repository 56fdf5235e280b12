// A list of questions answered in order: conditions look at what was answered before them, on this list or earlier.
import type { FieldError } from '../../lib/errors.ts';
import { cleanLine } from '../../lib/people-text/people-text.ts';
import { evaluate } from '../conditions/evaluate.ts';
import type { Field } from '../schema.ts';
import { crossCheck } from './cross-check.ts';
import { relationProblem } from './relations.ts';
import { type Answer, type Answers, type FieldEnv, isRecord, type Parsed, partOf } from './types.ts';
import { wordsOf } from './words.ts';

export type ParsedField =
  | {
      readonly ok: true;
      readonly value: Answer | undefined;
      readonly warnings?: readonly { code: string; message: string }[];
    }
  | Extract<Parsed<never>, { ok: false }>;
export type ParseField = (raw: unknown, field: Field, env: FieldEnv) => ParsedField;

/** `missing`: nobody was asked yet. `skipped`: left empty on purpose. `wrong`: something was sent that needs repair. */
export type FieldState = 'answered' | 'skipped' | 'missing' | 'wrong';
export interface FieldsResult {
  readonly answers: Answers;
  readonly onPath: readonly Field[];
  readonly states: ReadonlyMap<string, FieldState>;
  readonly errors: readonly FieldError[]; // including `required` for what is missing
  readonly warnings: readonly FieldError[];
}

/** Parses the questions of one page, row or officer's form. Questions off the path get no value, whatever was sent. */
export function parseList(given: {
  fields: readonly Field[];
  raw: unknown;
  env: FieldEnv;
  parse: ParseField;
}): FieldsResult {
  const raw = isRecord(given.raw) ? given.raw : {};
  const known: Record<string, Answer> = { ...given.env.answers };
  const env: FieldEnv = { ...given.env, answers: known };
  const answers: Record<string, Answer> = {};
  const states = new Map<string, FieldState>();
  const errors: FieldError[] = [];
  const warnings: FieldError[] = [];
  const onPath: Field[] = [];
  for (const field of given.fields) {
    if (states.has(field.id) || !evaluate(field.when, { ...known, ...env.derived?.(known) }, env)) continue;
    onPath.push(field);
    if (field.type === 'info') continue;
    const sent = partOf(raw, field.id);
    const parsed = besideOthers(given.parse(sent, field, env), field, env);
    states.set(field.id, stateOf(parsed, sent));
    if (!parsed.ok) {
      errors.push(...errorsOf(parsed, field.id));
      continue;
    }
    for (const warning of parsed.warnings ?? []) warnings.push({ field: field.id, ...warning });
    if (parsed.value === undefined) continue;
    answers[field.id] = parsed.value;
    known[field.id] = parsed.value;
  }
  warnings.push(...crossCheck(onPath, answers, env));
  return { answers, onPath, states, errors, warnings };
}

function besideOthers(parsed: ParsedField, field: Field, env: FieldEnv): ParsedField {
  if (!parsed.ok || parsed.value === undefined) return parsed;
  return relationProblem(field, parsed.value, env.answers ?? {}, env) ?? parsed;
}

const mostUnknown = 20;

/** Names that were sent but are not asked: a typing error of a program, so it is told and not swallowed. */
export function unknownFields(raw: unknown, known: { has(id: string): boolean }, env: FieldEnv): FieldError[] {
  if (!isRecord(raw)) return [];
  const strange: FieldError[] = [];
  for (const key of Object.keys(raw)) {
    if (known.has(key)) continue;
    const name = cleanLine(key.slice(0, 60));
    const field = name === '' || known.has(name) ? '?' : name; // an invisible character must not blame another question
    strange.push({ field, code: 'field.unknown', message: wordsOf(env.locale).answers.unknownField({ field }) });
    if (strange.length >= mostUnknown) break;
  }
  return strange.sort((a, b) => (a.field < b.field ? -1 : 1));
}

function stateOf(parsed: ParsedField, sent: unknown): FieldState {
  if (parsed.ok) {
    if (parsed.value !== undefined) return 'answered';
    return sent === undefined ? 'missing' : 'skipped';
  }
  return sent === undefined ? 'missing' : 'wrong';
}

function errorsOf(parsed: Extract<ParsedField, { ok: false }>, id: string): FieldError[] {
  if (parsed.at === undefined) return [{ field: id, code: parsed.code, message: parsed.message }];
  return parsed.at.map((problem) => ({ ...problem, field: `${id}.${problem.field}` }));
}
