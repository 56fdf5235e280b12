// The promise and the fee of a standard in words; one place, so that page, API and export say the same.
import type { Duration, Standard } from '../../definition/schema.ts';
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

/** "Gratis", "Rp12.500" or "Sesuai tarif". */
export function feeText({ amount }: Standard['fee'], locale: Locale): string {
  const words = messagesFor(locale).fee;
  if (amount === null) return words.byTariff;
  return amount === 0 ? words.free : formatRupiah(amount);
}

/** The fee in a sentence with its legal basis and note. */
export function feeSentence(fee: Standard['fee'], locale: Locale): string {
  const words = messagesFor(locale).fee;
  const parts = [feeText(fee, locale), fee.legal && words.basis(fee.legal), fee.note && say(fee.note, locale)];
  return parts.filter(Boolean).map(sentence).join(' ');
}

/** Ends with a full stop. */
export function sentence(text: unknown): string {
  const plain = String(text).trim();
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
