// A number of things x the rate of their kind (copies, samples, graves, parking spaces).
import { formatRupiah } from '../../lib/money/money.ts';
import { keyOf } from '../derive/derive.ts';
import { hundredths, quantityText, rateFor, sumText, wholeRupiah } from './exact.ts';
import type { FeeFunction } from './types.ts';

/** `count` things at the rate of their `kind`; without a kind the table has one row and that is the rate. */
export const perUnit: FeeFunction = {
  inputs: { count: ['integer', 'decimal'], kind: ['choice', 'area'] },
  needs: [['count']],
  needsTable: true,
  reckon: ({ given, rows, key, column }) => {
    const count = hundredths(given.count);
    const only = rows.length === 1 ? String(rows[0]?.[key]) : undefined;
    const kind = keyOf(given.kind) ?? only;
    const rate = kind === undefined ? undefined : rateFor(rows, { key, is: kind, column });
    if (count === undefined || rate === undefined) return undefined;
    const amount = wholeRupiah(count * BigInt(rate), 100n);
    if (amount === undefined) return undefined;
    const say = (locale: 'id' | 'en') => sumText([quantityText(count, locale), formatRupiah(rate)], amount);
    return { amount, how: { id: say('id'), en: say('en') } };
  },
};
