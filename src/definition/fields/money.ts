import { formatRupiah, readRupiah } from '../../lib/money/money.ts';
import { isFiniteNumber, withinRange } from './numbers.ts';
import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

const largest = 1e15;

/** Whole rupiah. "Rp 12.500", "1,5 juta" and 12500 are understood; sen are refused. */
export const moneyKind: FieldKind<number> = {
  parse(raw, field, env) {
    const words = wordsOf(env.locale).money;
    const text = typeof raw === 'number' ? undefined : (shortText(raw, 40) ?? '');
    const read = text === undefined ? undefined : readRupiah(text);
    if (read !== undefined && !read.ok) return fail(`money.${read.problem}`, words[read.problem]);
    const amount = read === undefined ? raw : read.amount;
    if (!isFiniteNumber(amount)) return fail('money.format', words.format);
    if (!Number.isInteger(amount)) return fail('money.fraction', words.fraction);
    return withinRange(amount, field, { env, max: largest, show: formatRupiah });
  },
  holds: isFiniteNumber,
  format: (value) => formatRupiah(value),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.money),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'integer',
    minimum: field.min ?? 0,
    maximum: field.max ?? largest,
  }),
};
