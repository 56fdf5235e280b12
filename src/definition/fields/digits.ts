// Numbers that identify and are nothing but digits.
import { asciiDigits } from '../../lib/people-text/people-text.ts';
import { shortText } from './raw.ts';

export type ReadDigits =
  | { readonly ok: true; readonly digits: string }
  | { readonly ok: false; readonly problem: 'digits' | 'length'; readonly given: number };

/** The digits without the blanks, dots, dashes and slashes people group them with. */
export function readDigits(raw: unknown, lengths: readonly number[]): ReadDigits {
  const tight = asciiDigits(shortText(raw) ?? '?').replace(/[\s.\-_/]/g, '');
  if (!/^\d+$/.test(tight)) return { ok: false, problem: 'digits', given: tight.replace(/\D/g, '').length };
  if (!lengths.includes(tight.length)) return { ok: false, problem: 'length', given: tight.length };
  return { ok: true, digits: tight };
}
