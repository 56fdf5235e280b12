import { kkHasIssueDate, readKkNumber } from '../../lib/nik/nik.ts';
import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** The family card number: 16 digits as text. */
export const noKkKind: FieldKind<string> = {
  parse(raw, _field, env) {
    const words = wordsOf(env.locale).kk;
    const read = readKkNumber(shortText(raw) ?? '?');
    if (read.ok) {
      return {
        ok: true,
        value: read.nik,
        warnings: kkHasIssueDate(read.nik) ? [] : [{ code: 'no-kk.date', message: words.date }],
      };
    }
    if (read.problem === 'length') return fail('no-kk.length', words.length({ given: read.given }));
    return fail(`no-kk.${read.problem}`, words[read.problem]);
  },
  holds: (value) => typeof value === 'string',
  format: (value) => value,
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.digits({ count: '16' })),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'string', pattern: '^[0-9]{16}$' }),
};
