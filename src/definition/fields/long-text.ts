import { readText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { promptLine, schemaHead } from './words.ts';

const longest = 4000;

/** Several lines of free text, at most `max` (4000) characters. */
export const longTextKind: FieldKind<string> = {
  parse: (raw, field, env) => readText(raw, field, { env, max: longest, lines: true }),
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
