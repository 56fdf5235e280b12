import { formatPhone, readPhone } from '../../lib/phone/phone.ts';
import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** A telephone number as +62812...; people see 0812 3456 7890. */
export const phoneKind: FieldKind<string> = {
  parse(raw, _field, env) {
    const words = wordsOf(env.locale).phone;
    const read = readPhone(shortText(raw) ?? '?');
    if (read.ok) return { ok: true, value: read.phone };
    const message = read.problem === 'length' ? words.length({ given: read.given }) : words[read.problem];
    return fail(`phone.${read.problem}`, message);
  },
  holds: (value) => typeof value === 'string',
  format: (value) => formatPhone(value),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.phone),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'string', pattern: '^\\+[1-9][0-9]{7,14}$' }),
};
