// Exact arithmetic for fees. Quantities have at most two decimals, so they are counted in hundredths; the one rounding
// happens at the end: half a rupiah and more goes up. A citizen with a pocket calculator comes to the same amount.
import { formatRupiah } from '../../lib/money/money.ts';
import type { Answer } from '../fields/types.ts';
import type { TableRow } from './types.ts';

/** A quantity in hundredths (2,5 m2 is 250); undefined for what is no positive number or has more decimals than anyone measures. */
export function hundredths(value: Answer | undefined): bigint | undefined {
  if (typeof value !== 'number' || !(value > 0)) return undefined;
  const scaled = Math.round(value * 100);
  return Number.isSafeInteger(scaled) && scaled > 0 ? BigInt(scaled) : undefined;
}

/** `numerator / denominator` in whole rupiah, half upwards; undefined beyond what a number holds exactly. */
export function wholeRupiah(numerator: bigint, denominator: bigint): number | undefined {
  const rounded = Number((2n * numerator + denominator) / (2n * denominator));
  return Number.isSafeInteger(rounded) ? rounded : undefined;
}

/** The rate in the row whose key is this answer; a fee without a table has no rate. */
export function rateFor(
  rows: readonly TableRow[],
  where: { key: string; is: string; column: string },
): number | undefined {
  const row = rows.find((candidate) => String(candidate[where.key]) === where.is);
  const rate = row?.[where.column];
  return isRate(rate) ? rate : undefined;
}

/** "2,5" from 250. */
export function quantityText(inHundredths: bigint, locale: 'id' | 'en'): string {
  const text = (Number(inHundredths) / 100).toString();
  return locale === 'en' ? text : text.replace('.', ',');
}

/** "a x b = Rp30.000" */
export function sumText(factors: readonly string[], amount: number): string {
  return `${factors.join(' x ')} = ${formatRupiah(amount)}`;
}

/** Rates are whole rupiah: an official tariff names no fraction of one. */
export function isRate(cell: string | number | undefined): cell is number {
  return typeof cell === 'number' && Number.isSafeInteger(cell) && cell >= 0;
}
