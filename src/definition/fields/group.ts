import type { FieldError } from '../../lib/errors.ts';
import type { Field } from '../schema.ts';
import { type ParseField, parseList, unknownFields } from './parse-fields.ts';
import { isEmpty } from './raw.ts';
import {
  type Answer,
  type Answers,
  type FieldEnv,
  type FieldKind,
  isRecord,
  type JsonSchema,
  partOf,
} from './types.ts';
import { fail, labelOf, promptLine, schemaHead, wordsOf } from './words.ts';

const mostRows = 20;

/** What a group needs from the table of types it is itself a row of. */
export interface Inner {
  readonly parse: ParseField;
  readonly format: (value: Answer, field: Field, env: FieldEnv) => string;
  readonly jsonSchema: (field: Field) => JsonSchema;
}

/** The same few questions for each person or thing: a list of rows, blank rows left out. */
export function makeGroupKind(inner: Inner): FieldKind<readonly Answers[]> {
  return {
    parse(raw, field, env) {
      const words = wordsOf(env.locale).group;
      const label = labelOf(field, env);
      const max = field.max ?? mostRows;
      const rows = rowsOf(raw);
      if (rows === undefined) return fail('group.format', words.format({ label }));
      if (rows.length > 200) return fail('group.max', words.max({ label, max }));
      const read = readRows(rows, { field, env, parse: inner.parse });
      if (read.errors.length > 0) return { ...problemOf(read.errors, env), at: read.errors };
      if (read.value.length > max) return fail('group.max', words.max({ label, max }));
      const min = field.min ?? 0;
      if (read.value.length < min) return fail('group.min', words.min({ label, min }));
      return { ok: true, value: read.value, warnings: read.warnings };
    },
    holds: (value): value is readonly Answers[] => Array.isArray(value) && value.every(isRecord),
    format: (value, field, env) =>
      value.map((row, index) => `${index + 1}. ${formatRow(row, { field, env, inner })}`).join('; '),
    prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.group),
    jsonSchema: (field) => ({
      ...schemaHead(field),
      type: 'array',
      items: {
        type: 'object',
        properties: Object.fromEntries(answerable(field).map((part) => [part.id, inner.jsonSchema(part)])),
        required: answerable(field)
          .filter((part) => part.required && part.when === undefined)
          .map((part) => part.id),
        additionalProperties: false,
      },
      minItems: field.min ?? (field.required ? 1 : 0),
      maxItems: field.max ?? mostRows,
    }),
  };
}

function answerable(field: Field): Field[] {
  return (field.fields ?? []).filter((part) => part.type !== 'info');
}

// A list, the numbered object an HTML form makes ({"0": {...}}), or a single row.
function rowsOf(raw: unknown): readonly unknown[] | undefined {
  if (Array.isArray(raw)) return raw;
  if (!isRecord(raw)) return undefined;
  const keys = Object.keys(raw);
  if (!keys.every((key) => /^\d{1,3}$/.test(key))) return [raw];
  return keys.sort((a, b) => Number(a) - Number(b)).map((key) => raw[key]);
}

interface RowsContext {
  readonly field: Field;
  readonly env: FieldEnv;
  readonly parse: ParseField;
}

function readRows(rows: readonly unknown[], context: RowsContext) {
  const { field, env, parse } = context;
  const fields = field.fields ?? [];
  const known = new Set(fields.map((part) => part.id));
  const value: Answers[] = [];
  const errors: FieldError[] = [];
  const warnings: { code: string; message: string }[] = [];
  rows.forEach((raw, index) => {
    if (isEmpty(raw)) return;
    if (!isRecord(raw)) {
      const message = wordsOf(env.locale).group.format({ label: labelOf(field, env) });
      errors.push({ field: String(index), code: 'group.format', message });
      return;
    }
    const row = parseList({ fields, raw, env, parse });
    for (const error of [...row.errors, ...unknownFields(raw, known, env)]) {
      errors.push({ ...error, field: `${index}.${error.field}` });
    }
    warnings.push(...row.warnings.map(({ code, message }) => ({ code, message })));
    if (Object.keys(row.answers).length > 0) value.push(row.answers);
  });
  return { value, errors: errors.slice(0, 100), warnings };
}

function problemOf(errors: readonly FieldError[], env: FieldEnv): { ok: false; code: string; message: string } {
  const only = errors.length === 1 ? errors[0] : undefined;
  return { ok: false, code: 'group.rows', message: only?.message ?? wordsOf(env.locale).group.rows };
}

function formatRow(row: Answers, context: { field: Field; env: FieldEnv; inner: Inner }): string {
  return answerable(context.field)
    .map((part) => {
      const answer = partOf(row, part.id);
      return answer === undefined ? '' : context.inner.format(row[part.id] ?? '', part, context.env);
    })
    .filter((text) => text !== '')
    .join(', ');
}
