import { readDigits } from './digits.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** The tax number: 16 digits since PMK 112/2022, 15 on older cards; kept as given because only DJP knows the match. */
export const npwpKind: FieldKind<string> = {
  parse(raw, _field, env) {
    const words = wordsOf(env.locale).npwp;
    const read = readDigits(raw, [15, 16]);
    if (read.ok) return { ok: true, value: read.digits };
    return fail(`npwp.${read.problem}`, read.problem === 'length' ? words.length({ given: read.given }) : words.digits);
  },
  holds: (value) => typeof value === 'string',
  format(value) {
    const old = /^(\d\d)(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/.exec(value);
    return old ? `${old[1]}.${old[2]}.${old[3]}.${old[4]}-${old[5]}.${old[6]}` : value;
  },
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.digits({ count: '16' })),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'string', pattern: '^[0-9]{15,16}$' }),
};
