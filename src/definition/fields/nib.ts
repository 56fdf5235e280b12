import { readDigits } from './digits.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** The business number of OSS: 13 digits as text. */
export const nibKind: FieldKind<string> = {
  parse(raw, _field, env) {
    const words = wordsOf(env.locale).nib;
    const read = readDigits(raw, [13]);
    if (read.ok) return { ok: true, value: read.digits };
    return fail(`nib.${read.problem}`, read.problem === 'length' ? words.length({ given: read.given }) : words.digits);
  },
  holds: (value) => typeof value === 'string',
  format: (value) => value,
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.digits({ count: '13' })),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'string', pattern: '^[0-9]{13}$' }),
};
