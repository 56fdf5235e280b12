// Area x days x rate, for what stands in public view or public space for a while (advertisements, stalls, scaffolding).
import { formatRupiah } from '../../lib/money/money.ts';
import { keyOf } from '../derive/derive.ts';
import type { Answer } from '../fields/types.ts';
import { hundredths, quantityText, rateFor, sumText, wholeRupiah } from './exact.ts';
import type { FeeFunction, FeeInputs, Reckoned } from './types.ts';

const numeric = ['integer', 'decimal'] as const;

/**
 * `area` in m2, or `length` x `width` in m; `days`, or `from` and `until` with both days counted; `count` things of that
 * size (default one); the rate is per m2 and day, found by `kind`.
 */
export const areaTimesDays: FeeFunction = {
  inputs: {
    kind: ['choice', 'area'],
    area: numeric,
    length: numeric,
    width: numeric,
    days: ['integer'],
    from: ['date'],
    until: ['date'],
    count: ['integer'],
  },
  needs: [
    ['kind', 'area', 'days'],
    ['kind', 'area', 'from', 'until'],
    ['kind', 'length', 'width', 'days'],
    ['kind', 'length', 'width', 'from', 'until'],
  ],
  needsTable: true,
  reckon,
};

function reckon({ given, rows, key, column }: FeeInputs): Reckoned | undefined {
  const kind = keyOf(given.kind);
  const rate = kind === undefined ? undefined : rateFor(rows, { key, is: kind, column });
  const area = areaOf(given);
  const days = daysOf(given);
  const count = given.count ?? 1;
  if (rate === undefined || area === undefined || days === undefined) return undefined;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined;
  const amount = wholeRupiah(area.size * BigInt(days) * BigInt(count) * BigInt(rate), 10_000n);
  if (amount === undefined) return undefined;
  const say = (locale: 'id' | 'en') => {
    const pieces = locale === 'en' ? `${count} pieces` : `${count} buah`;
    const time = locale === 'en' ? `${days} days` : `${days} hari`;
    const factors = [area.text(locale), ...(count === 1 ? [] : [pieces]), time, formatRupiah(rate)];
    return sumText(factors, amount);
  };
  return { amount, how: { id: say('id'), en: say('en') } };
}

interface Area {
  readonly size: bigint; // in ten-thousandths of a square metre
  readonly text: (locale: 'id' | 'en') => string;
}

function areaOf(given: FeeInputs['given']): Area | undefined {
  const whole = hundredths(given.area);
  if (whole !== undefined) return { size: whole * 100n, text: (locale) => `${quantityText(whole, locale)} m2` };
  const [length, width] = [hundredths(given.length), hundredths(given.width)];
  if (length === undefined || width === undefined) return undefined;
  return {
    size: length * width,
    text: (locale) => `${quantityText(length, locale)} m x ${quantityText(width, locale)} m`,
  };
}

function daysOf({ days, from, until }: FeeInputs['given']): number | undefined {
  if (typeof days === 'number') return Number.isSafeInteger(days) && days > 0 ? days : undefined;
  const [first, last] = [dayNumber(from), dayNumber(until)];
  if (first === undefined || last === undefined || last < first) return undefined;
  return last - first + 1;
}

function dayNumber(day: Answer | undefined): number | undefined {
  const at = typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.round(at / 86_400_000);
}
