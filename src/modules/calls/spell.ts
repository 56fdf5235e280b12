// Numbers as they are said: "P, tiga tiga tujuh, enam enam lima, tiga tiga sembilan". Pure.
import type { Locale } from '../../lib/locale.ts';

const digits: Readonly<Record<Locale, readonly string[]>> = {
  id: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};

export function inDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/** A number of ours, letter first, then three by three. */
export function spellNumber(number: string, locale: Locale): string {
  const groups = number.slice(1).match(/.{1,3}/g) ?? [];
  const said = groups.map((group) => [...group].map((digit) => digits[locale][Number(digit)]).join(' '));
  return [number.slice(0, 1), ...said].join(', ');
}
