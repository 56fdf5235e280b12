// Telephone numbers as people write them, kept in the international form +62812...
import { asciiDigits, cleanLine } from '../people-text/people-text.ts';

export type ReadPhone =
  | { readonly ok: true; readonly phone: string }
  | { readonly ok: false; readonly problem: 'digits' | 'length' | 'unknown'; readonly given: number };

/** 0812-3456-7890, 62812..., +62 (0)812..., 812... to +62812...; numbers abroad only with + or 00 in front. */
export function readPhone(text: string): ReadPhone {
  const tight = asciiDigits(cleanLine(text))
    .replace(/^(hp|wa|telp?|tel)\s*[:.]?\s*/i, '')
    .replace(/[\s.\-_/()]/g, '')
    .replace(/^00(?=[1-9])/, '+');
  const digits = tight.replace(/^\+/, '');
  if (!/^\d+$/.test(digits)) return { ok: false, problem: 'digits', given: digits.replace(/\D/g, '').length };
  const home = homeNumber(tight);
  if (home === undefined) return abroad(tight, digits);
  // Mobile numbers have 10 to 13 digits counted from 0, fixed lines 9 to 12 (area code included).
  const shortest = home.startsWith('8') ? 9 : 8;
  if (home.length < shortest || home.length > 12) return { ok: false, problem: 'length', given: home.length + 1 };
  if (!/^[2-9]/.test(home)) return { ok: false, problem: 'unknown', given: home.length + 1 };
  return { ok: true, phone: `+62${home}` };
}

/** +6281234567890 as 0812 3456 7890; numbers abroad stay as they are. */
export function formatPhone(phone: string): string {
  if (!phone.startsWith('+62')) return phone;
  const local = `0${phone.slice(3)}`;
  const groups = [local.slice(0, 4), local.slice(4, 8), local.slice(8, 12), local.slice(12)];
  return groups.filter((group) => group !== '').join(' ');
}

// The part after 0 or 62; undefined when the number is plainly of another country.
function homeNumber(tight: string): string | undefined {
  if (tight.startsWith('+62')) return tight.slice(3).replace(/^0/, '');
  if (tight.startsWith('+')) return undefined;
  if (tight.startsWith('0')) return tight.slice(1);
  if (tight.startsWith('62') && tight.length >= 10) return tight.slice(2).replace(/^0/, '');
  return tight.startsWith('8') ? tight : undefined;
}

function abroad(tight: string, digits: string): ReadPhone {
  if (tight.startsWith('+') && /^[1-9]\d{7,14}$/.test(digits)) return { ok: true, phone: tight };
  return { ok: false, problem: tight.startsWith('+') ? 'length' : 'unknown', given: digits.length };
}
