// The fee as people read it, the same on the check page, the receipt, the desk and the bill.
import { type Locale, say } from '../../lib/locale.ts';
import { formatRupiah } from '../../lib/money/money.ts';
import { wordsOf } from '../fields/words.ts';
import type { Fee } from './fee-of.ts';

export interface FeeLines {
  readonly title: string; // "Biaya"
  readonly amount: string; // "Rp30.000", "Gratis", "Sesuai tarif"
  readonly notes: readonly string[]; // the sum in words, the article, whether the tariff is confirmed
}

export function feeLines(fee: Fee | undefined, locale: Locale): FeeLines {
  const words = wordsOf(locale).fee;
  if (fee === undefined) return { title: words.title, amount: words.open, notes: [] };
  const notes = [
    fee.how && say(fee.how, locale),
    fee.legal && `${words.basis}: ${fee.legal}`,
    fee.amount > 0 && !fee.confirmed ? words.unconfirmed : undefined,
  ];
  return {
    title: words.title,
    amount: fee.amount === 0 ? words.free : formatRupiah(fee.amount),
    notes: notes.filter((note): note is string => typeof note === 'string' && note !== ''),
  };
}
