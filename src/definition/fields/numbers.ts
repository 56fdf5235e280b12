// What integer, decimal and money share: limits and the guard against numbers JSON can carry but nobody can count.
import type { Locale } from '../../lib/locale.ts';
import type { Field } from '../schema.ts';
import type { Env, Parsed } from './types.ts';
import { fail, labelOf, wordsOf } from './words.ts';

/** Refuses a number outside the question's limits; without a limit it may not be negative. */
export function withinRange(
  value: number,
  field: Field,
  rules: { env: Env; max: number; show: (n: number) => string },
): Parsed<number> {
  const words = wordsOf(rules.env.locale).number;
  const label = labelOf(field, rules.env);
  const min = field.min ?? 0;
  const max = Math.min(field.max ?? rules.max, rules.max);
  if (value < min) return fail(`${field.type}.min`, words.min({ label, min: rules.show(min) }));
  if (value > max) return fail(`${field.type}.max`, words.max({ label, max: rules.show(max) }));
  return { ok: true, value: value === 0 ? 0 : value }; // -0 and 0 are one answer
}

/** 1234.5 as "1.234,5" in Indonesian, "1,234.5" in English. */
export function formatNumber(value: number, env: { readonly locale: Locale }): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const [mark, comma] = env.locale === 'en' ? [',', '.'] : ['.', ','];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, mark);
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : comma + fraction}`;
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
