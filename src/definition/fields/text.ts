import { readText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { promptLine, schemaHead } from './words.ts';

const longest = 200;

/** One line of free text, at most `max` (200) characters. */
export const textKind: FieldKind<string> = {
  parse: (raw, field, env) => readText(raw, field, { env, max: longest, lines: false }),
  holds: (value) => typeof value === 'string',
  format: (value) => value,
  prompt: (field, env) => promptLine(field, env, ''),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'string',
    minLength: field.min ?? 1,
    maxLength: field.max ?? longest,
  }),
};
