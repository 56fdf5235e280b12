// Rupiah as whole numbers. Nobody pays a fraction of a rupiah, so every separator people type is a thousands separator.
import { asciiDigits, cleanLine } from '../people-text/people-text.ts';

export type ReadRupiah =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly problem: 'format' | 'fraction' };

const words: Readonly<Record<string, number>> = {
  rb: 1_000,
  ribu: 1_000,
  k: 1_000,
  jt: 1_000_000,
  juta: 1_000_000,
  m: 1_000_000_000,
  miliar: 1_000_000_000,
  milyar: 1_000_000_000,
};

/** "Rp 12.500", "12,500.00", "1,5 juta", "500rb" and "12500,-" to whole rupiah. */
export function readRupiah(text: string): ReadRupiah {
  const plain = asciiDigits(cleanLine(text))
    .toLowerCase()
    .replace(/^(-?)\s*(?:rp|idr)\.?\s*/, '$1')
    .replace(/\s*(rupiah|idr|,-|\.-|,=)$/, '')
    .trim();
  const match = /^(-?)([\d., ]+?)\s*([a-z]*)$/.exec(plain);
  if (!match) return { ok: false, problem: 'format' };
  const [, sign = '', digits = '', word = ''] = match;
  const factor = word === '' ? 1 : (Object.hasOwn(words, word) && words[word]) || 0;
  const number = factor === 1 ? wholeRupiah(digits) : decimalNumber(digits);
  if (factor === 0 || number === undefined) return { ok: false, problem: 'format' };
  const amount = factor === 1 ? number : Math.round(number * factor * 100) / 100;
  if (!Number.isSafeInteger(amount)) return { ok: false, problem: Number.isInteger(amount) ? 'format' : 'fraction' };
  return { ok: true, amount: sign === '-' && amount !== 0 ? -amount : amount };
}

/** Rp12.500, the Indonesian way in both languages: it is the currency's own notation (look.md 5.5). */
export function formatRupiah(amount: number): string {
  const sign = amount < 0 ? '-' : '';
  return `${sign}Rp${groupThousands(Math.abs(Math.trunc(amount)))}`;
}

/** "12.500" in Indonesian notation. */
function groupThousands(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** A number as Indonesians write it, "1.234,5", also "1,234.5" where both marks make the meaning clear. */
export function decimalNumber(text: string): number | undefined {
  const tight = text.replace(/ (?=\d{3}(\D|$))/g, '');
  const indonesian = /^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+(,\d+)?$/;
  const english = /^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$|^\d+\.\d+$/;
  if (indonesian.test(tight)) return Number(tight.replaceAll('.', '').replace(',', '.'));
  if (english.test(tight)) return Number(tight.replaceAll(',', ''));
  return undefined;
}

function wholeRupiah(text: string): number | undefined {
  const tight = text.replaceAll(' ', '');
  const cents = /^(\d[\d.]*),(\d{2})$/.exec(tight) ?? /^(\d[\d,]*)\.(\d{2})$/.exec(tight);
  const whole = cents?.[1] ?? tight;
  if (!/^\d+$|^\d{1,3}(\.\d{3})+$|^\d{1,3}(,\d{3})+$/.test(whole)) return undefined;
  return Number(whole.replace(/[.,]/g, '')) + Number(cents?.[2] ?? 0) / 100;
}
