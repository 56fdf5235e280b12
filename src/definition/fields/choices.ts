import type { Field, Option } from '../schema.ts';
import { findOption, numberedOptions, optionLabel } from './options.ts';
import { isEmpty, shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** Several of the options, each once, in the order of the list: the same picks are always the same value. */
export const choicesKind: FieldKind<readonly string[]> = {
  parse(raw, field, env) {
    const words = wordsOf(env.locale).choice;
    const picked = pickOptions(raw, field);
    if (picked === undefined) return fail('choices.unknown', words.unknownMany);
    const value = (field.options ?? []).filter((option) => picked.has(option)).map((option) => option.value);
    if (field.min !== undefined && value.length < field.min) {
      return fail('choices.min', words.min({ min: field.min }));
    }
    if (field.max !== undefined && value.length > field.max) {
      return fail('choices.max', words.max({ max: field.max }));
    }
    return { ok: true, value };
  },
  holds: (value): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  format: (value, field, env) => value.map((item) => optionLabel(item, field, env.locale)).join(', '),
  prompt: (field, env) =>
    promptLine(field, env, wordsOf(env.locale).prompt.choices({ list: numberedOptions(field, env.locale) })),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'array',
    items: { type: 'string', enum: (field.options ?? []).map((option) => option.value) },
    uniqueItems: true,
    ...(field.min === undefined ? {} : { minItems: field.min }),
    ...(field.max === undefined ? {} : { maxItems: field.max }),
  }),
};

function pickOptions(raw: unknown, field: Field): Set<Option> | undefined {
  const items = Array.isArray(raw) ? raw : splitList(raw, field);
  if (items.length > 200) return undefined;
  const found = items.filter((item) => !isEmpty(item)).map((item) => findOption(item, field));
  return found.every((option) => option !== undefined) ? new Set(found) : undefined;
}

// A label may hold a comma itself, so the whole text is tried first.
function splitList(raw: unknown, field: Field): unknown[] {
  if (findOption(raw, field) !== undefined) return [raw];
  return (shortText(raw, 1000) ?? '?').split(/[,;]|\s(?:dan|and)\s/);
}
