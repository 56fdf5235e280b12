// The fee of one application: fixed, found in a tariff or reckoned by a named function, always with its legal article.
import { type Locale, type LocalText, say } from '../../lib/locale.ts';
import { formatRupiah } from '../../lib/money/money.ts';
import { keyOf, withDerived } from '../derive/derive.ts';
import { type Answer, type Answers, answerOf } from '../fields/types.ts';
import type { FeeRule, ServiceDefinition } from '../schema.ts';
import { rateFor } from './exact.ts';
import { feeFunctions } from './registry.ts';
import type { Reckoned } from './types.ts';

export interface Fee {
  readonly amount: number; // whole rupiah; 0 is free
  readonly legal?: string | undefined;
  readonly how?: LocalText | undefined; // the sum in words, when it depends on the answers
  readonly confirmed: boolean; // false: the tariff is usual elsewhere and not yet confirmed for this region
}

/** The fee these answers lead to; undefined while it cannot be told (an answer is missing, or the office sets it by a tariff). */
export function feeOf(def: ServiceDefinition, answers: Answers): Fee | undefined {
  const { amount, by, legal } = def.standard.fee;
  if (amount !== null) return { amount, legal, confirmed: def.standard.evidence.biaya !== 'typical' };
  const reckoned = by && reckon(def, by, withDerived(def, answers));
  if (by === undefined || reckoned === undefined) return undefined;
  const table = by.table === undefined ? undefined : def.tables?.[by.table];
  const confirmed = table?.confidence !== 'typical' && def.standard.evidence.biaya !== 'typical';
  return { ...reckoned, legal: legal ?? table?.legal, confirmed };
}

function reckon(def: ServiceDefinition, by: FeeRule, known: Answers): Reckoned | undefined {
  const table = by.table === undefined ? undefined : def.tables?.[by.table];
  if (!('function' in by)) return table && lookedUp(table, by, keyOf(answerOf(known, by.key)));
  const named = feeFunctions.get(by.function);
  if (named === undefined || (named.needsTable && table === undefined)) return undefined;
  const given: Record<string, Answer> = {};
  for (const [name, field] of Object.entries(by.of)) {
    const answer = answerOf(known, field);
    if (answer !== undefined) given[name] = answer;
  }
  return named.reckon({ given, rows: table?.rows ?? [], key: table?.key ?? '', column: by.column ?? usualColumn });
}

export const usualColumn = 'tarif';

function lookedUp(
  table: NonNullable<ServiceDefinition['tables']>[string],
  by: { column: string },
  key: string | undefined,
): Reckoned | undefined {
  const amount = key === undefined ? undefined : rateFor(table.rows, { key: table.key, is: key, column: by.column });
  if (amount === undefined) return undefined;
  const how = (title: string) => `${title}: ${formatRupiah(amount)}`;
  return { amount, how: { id: how(table.title.id), en: how(table.title.en ?? table.title.id) } };
}

/** "2 m2 x 30 hari x Rp500 = Rp30.000, Perda 12/2023 Pasal 8" */
export function feeReason(fee: Fee, locale: Locale): string {
  return [fee.how && say(fee.how, locale), fee.legal].filter((part) => part !== undefined).join(', ');
}

/** The questions a fee depends on, in the order they are named. */
export function feeQuestions(by: FeeRule): string[] {
  return 'function' in by ? [...new Set(Object.values(by.of))] : [by.key];
}
