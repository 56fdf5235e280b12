import { oneText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

const uploadId = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;

/** References to uploads (`uploadId`), at most `max` (1). The file itself is checked by the documents module. */
export const fileKind: FieldKind<readonly string[]> = {
  parse(raw, field, env) {
    const words = wordsOf(env.locale).file;
    const max = field.max ?? 1;
    const given: readonly unknown[] = Array.isArray(raw) ? raw.slice(0, 101) : [raw];
    const filled = given.map((item) => oneText(item)?.trim()).filter((item) => item !== '');
    const distinct = [...new Set(filled)];
    const value = distinct
      .filter((item) => item !== undefined && uploadId.test(item))
      .filter((item) => item !== undefined);
    if (value.length !== distinct.length) return fail('file.format', words.format);
    if (value.length > max) return fail('file.max', words.max({ max }));
    if (value.length < (field.min ?? 0)) return fail('file.min', words.min({ min: field.min ?? 0 }));
    return { ok: true, value };
  },
  holds: (value): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  format: (value, _field, env) => wordsOf(env.locale).file.count({ count: value.length }),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.file),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'array',
    items: { type: 'string', pattern: uploadId.source },
    minItems: field.min ?? 1,
    maxItems: field.max ?? 1,
  }),
};
