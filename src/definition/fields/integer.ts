import { decimalNumber } from '../../lib/money/money.ts';
import { asciiDigits } from '../../lib/people-text/people-text.ts';
import { formatNumber, isFiniteNumber, withinRange } from './numbers.ts';
import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, labelOf, promptLine, schemaHead, wordsOf } from './words.ts';

const largest = 1e12;

/** A whole number: "1.250", "1 250" and 1250 are the same. Not negative unless `min` says so. */
export const integerKind: FieldKind<number> = {
  parse(raw, field, env) {
    const words = wordsOf(env.locale).number;
    const label = labelOf(field, env);
    const value = typeof raw === 'number' ? raw : readSigned(shortText(raw, 40) ?? '');
    if (value === undefined || !Number.isFinite(value)) return fail('integer.format', words.format({ label }));
    if (!Number.isInteger(value)) return fail('integer.whole', words.whole({ label }));
    return withinRange(value, field, { env, max: largest, show: (n) => formatNumber(n, env) });
  },
  holds: isFiniteNumber,
  format: (value, _field, env) => formatNumber(value, env),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.number),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'integer',
    minimum: field.min ?? 0,
    maximum: field.max ?? largest,
  }),
};

/** A number with an optional minus sign, as people write it. */
export function readSigned(text: string): number | undefined {
  const match = /^([-+\u2212]?)\s*(\d[\d., ]*)$/.exec(asciiDigits(text));
  const size = match?.[2] === undefined ? undefined : decimalNumber(match[2].trim());
  if (size === undefined) return undefined;
  return match?.[1] === '-' || match?.[1] === '\u2212' ? -size : size;
}
