import { readSigned } from './integer.ts';
import { formatNumber, isFiniteNumber, withinRange } from './numbers.ts';
import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, labelOf, promptLine, schemaHead, wordsOf } from './words.ts';

const largest = 1e9; // with six decimals still exact in a double

/** A number with a decimal comma, "12,5"; kept to six decimals. */
export const decimalKind: FieldKind<number> = {
  parse(raw, field, env) {
    const value = typeof raw === 'number' ? raw : readSigned(shortText(raw, 40) ?? '');
    if (value === undefined || !Number.isFinite(value)) {
      return fail('decimal.format', wordsOf(env.locale).number.format({ label: labelOf(field, env) }));
    }
    const exact = Math.abs(value) > largest ? value : Math.round(value * 1e6) / 1e6;
    return withinRange(exact, field, { env, max: largest, show: (n) => formatNumber(n, env) });
  },
  holds: isFiniteNumber,
  format: (value, _field, env) => formatNumber(value, env),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.number),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'number',
    minimum: field.min ?? 0,
    maximum: field.max ?? largest,
  }),
};
