// The promise and the fee of a standard in words; one place, so that page, API and export say the same.
import { feeQuestions } from '../../definition/fees/fee-of.ts';
import type { Duration, ServiceDefinition, Standard } from '../../definition/schema.ts';
import { type Locale, say } from '../../lib/locale.ts';
import { formatRupiah } from '../../lib/money/money.ts';
import { messagesFor } from './messages.ts';

/** "2 hari kerja"; parts of an hour are said in minutes. */
export function durationText({ amount, unit }: Duration, locale: Locale): string {
  const words = messagesFor(locale).duration;
  if (unit === 'clock-hours' && amount < 1) return words.minutes(Math.round(amount * 60));
  if (unit === 'working-hours' && amount < 1) return words.workingMinutes(Math.round(amount * 60));
  return words[unit](amount);
}

/** "Selesai 2 hari kerja", or what else is there by then. */
export function promiseText(
  { standard, clocks }: Pick<ServiceDefinition, 'standard' | 'clocks'>,
  locale: Locale,
): string {
  const words = messagesFor(locale).service;
  const answer = clocks.find(({ id }) => id === 'promise')?.promises === 'answer';
  return (answer ? words.answerPromise : words.promise)(durationText(standard.promise, locale));
}

type Priced = Pick<ServiceDefinition, 'standard' | 'tables'>;

/** "Gratis", "Rp12.500", "Rp5.000 sampai Rp10.000" where a tariff table names it, else "Sesuai tarif". */
export function feeTextOf(definition: Priced, locale: Locale): string {
  const { fee } = definition.standard;
  const { by } = fee;
  if (by === undefined || 'function' in by) return feeText(fee, locale);
  const rates = definition.tables?.[by.table]?.rows.map((row) => Number(row[by.column])) ?? [];
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  if (!Number.isFinite(least) || !Number.isFinite(most)) return feeText(fee, locale);
  const text = (amount: number) => feeText({ amount }, locale);
  return least === most ? text(least) : messagesFor(locale).fee.range(text(least), text(most));
}

/** "Gratis", "Rp12.500" or "Sesuai tarif". */
export function feeText({ amount }: Pick<Standard['fee'], 'amount'>, locale: Locale): string {
  const words = messagesFor(locale).fee;
  if (amount === null) return words.byTariff;
  return amount === 0 ? words.free : formatRupiah(amount);
}

/** The fee in a sentence with its legal basis and note. */
export function feeSentence(
  definition: Priced & Pick<ServiceDefinition, 'form' | 'eligibility'>,
  locale: Locale,
): string {
  const words = messagesFor(locale).fee;
  const { fee } = definition.standard;
  const unconfirmed = Object.values(definition.tables ?? {}).some((table) => table.confidence === 'typical');
  const parts = [
    feeTextOf(definition, locale),
    fee.by && 'function' in fee.by && words.reckonedFrom(askedFor(definition, feeQuestions(fee.by), locale)),
    unconfirmed && words.unconfirmed,
    fee.legal && words.basis(fee.legal),
    fee.note && say(fee.note, locale),
  ];
  return parts.filter(Boolean).map(sentence).join(' ');
}

/** "Panjang (m), Lebar (m)": the questions the amount depends on, as they are asked. */
function askedFor(
  { form, eligibility }: Pick<ServiceDefinition, 'form' | 'eligibility'>,
  ids: readonly string[],
  locale: Locale,
): string {
  const fields = [...eligibility.map((rule) => rule.ask), ...form.flatMap((page) => page.fields)];
  const named = fields.filter((field) => ids.includes(field.id)).map((field) => say(field.label, locale));
  return named.map((label) => label.replace(/\?$/, '')).join(', ');
}

/** Ends with a full stop. */
export function sentence(text: unknown): string {
  const plain = String(text).trim();
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
