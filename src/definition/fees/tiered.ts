// Steps: each part of a quantity at the rate of its own step, so one unit more never costs a jump.
import { formatRupiah } from '../../lib/money/money.ts';
import { hundredths, isRate, quantityText, wholeRupiah } from './exact.ts';
import type { FeeFunction, TableRow } from './types.ts';

interface Step {
  readonly upTo: bigint; // hundredths
  readonly rate: number;
}

/**
 * `quantity` over a table whose key column is the upper end of each step (a number, the last one large) and whose rate
 * column is the price per unit inside the step. More than the last step ends at has no tariff.
 */
export const tiered: FeeFunction = {
  inputs: { quantity: ['integer', 'decimal', 'money'] },
  needs: [['quantity']],
  needsTable: true,
  reckon: ({ given, rows, key, column }) => {
    const quantity = hundredths(given.quantity);
    if (quantity === undefined) return undefined;
    const parts = partsOf(quantity, stepsOf(rows, key, column));
    if (parts === undefined) return undefined;
    const amount = wholeRupiah(
      parts.reduce((sum, { size, rate }) => sum + size * BigInt(rate), 0n),
      100n,
    );
    if (amount === undefined) return undefined;
    const say = (locale: 'id' | 'en') =>
      `${parts.map(({ size, rate }) => `${quantityText(size, locale)} x ${formatRupiah(rate)}`).join(' + ')} = ${formatRupiah(amount)}`;
    return { amount, how: { id: say('id'), en: say('en') } };
  },
};

function stepsOf(rows: readonly TableRow[], key: string, column: string): Step[] {
  const steps = rows.flatMap((row) => {
    const upTo = hundredths(Number(row[key]));
    const rate = row[column];
    return upTo !== undefined && isRate(rate) ? [{ upTo, rate }] : [];
  });
  return steps.sort((a, b) => (a.upTo < b.upTo ? -1 : 1));
}

function partsOf(quantity: bigint, steps: readonly Step[]): { size: bigint; rate: number }[] | undefined {
  const parts: { size: bigint; rate: number }[] = [];
  let from = 0n;
  for (const { upTo, rate } of steps) {
    if (quantity <= from) break;
    parts.push({ size: (quantity < upTo ? quantity : upTo) - from, rate });
    from = upTo;
  }
  return quantity <= from ? parts : undefined;
}
