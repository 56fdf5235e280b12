// NIK: PPKKCC DDMMYY SSSS, a woman's day is increased by 40. There is no check digit, and the area is where the number was
// first issued, perhaps an abolished code: only structure may be refused, everything else is a warning.
import { asciiDigits, cleanLine } from '../people-text/people-text.ts';

export type NikProblem = 'digits' | 'length' | 'date' | 'serial';
export type ReadNik =
  | { readonly ok: true; readonly nik: string }
  | { readonly ok: false; readonly problem: NikProblem; readonly given: number };

export interface NikFacts {
  readonly area: string; // PP.KK.CC of the first issue, not of today's home
  readonly birthDate: string; // YYYY-MM-DD, the latest century that is not in the future
  readonly sex: 'L' | 'P';
  readonly serial: string;
}

/** Reads 16 digits however they were grouped. `given` is the number of digits found. */
export function readNik(text: string): ReadNik {
  const digits = ungroup(text);
  if (!/^\d*$/.test(digits)) return { ok: false, problem: 'digits', given: digits.replace(/\D/g, '').length };
  if (digits.length !== 16) return { ok: false, problem: 'length', given: digits.length };
  if (digits.endsWith('0000')) return { ok: false, problem: 'serial', given: 16 };
  if (!isBirthPart(digits.slice(6, 12))) return { ok: false, problem: 'date', given: 16 };
  return { ok: true, nik: digits };
}

/** What a structurally sound NIK says about the person; undefined when it is not sound. `today` is YYYY-MM-DD. */
export function nikFacts(nik: string, today: string): NikFacts | undefined {
  if (!/^\d{16}$/.test(nik) || !isBirthPart(nik.slice(6, 12))) return undefined;
  const coded = Number(nik.slice(6, 8));
  const day = String(coded > 40 ? coded - 40 : coded).padStart(2, '0');
  const rest = `-${nik.slice(8, 10)}-${day}`;
  const recent = `20${nik.slice(10, 12)}${rest}`;
  return {
    area: `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`,
    birthDate: recent <= today ? recent : `19${nik.slice(10, 12)}${rest}`,
    sex: coded > 40 ? 'P' : 'L',
    serial: nik.slice(12),
  };
}

/** Whether the NIK fits a stated birth date. Only day, month and two digits of the year can be compared. */
export function nikFitsBirthDate(nik: string, birthDate: string): boolean {
  const coded = Number(nik.slice(6, 8));
  const day = String(coded > 40 ? coded - 40 : coded).padStart(2, '0');
  return `${day}${nik.slice(8, 12)}` === birthDate.slice(8, 10) + birthDate.slice(5, 7) + birthDate.slice(2, 4);
}

// Kepmendagri 300.2.2-2138/2025; 54 was Timor Timur and still stands in old numbers.
const provinces = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  ),
);

/** Whether the first two digits name a province, present or past. */
export function isProvinceCode(code: string): boolean {
  return provinces.has(code);
}

/** The family card number (KK): 16 digits, with the day of issue in the middle, never increased by 40. */
export function readKkNumber(text: string): ReadNik {
  const digits = ungroup(text);
  if (!/^\d*$/.test(digits)) return { ok: false, problem: 'digits', given: digits.replace(/\D/g, '').length };
  if (digits.length !== 16) return { ok: false, problem: 'length', given: digits.length };
  if (digits.endsWith('0000')) return { ok: false, problem: 'serial', given: 16 };
  return { ok: true, nik: digits };
}

/** Whether the middle of a KK number is a day that exists; cards issued by hand may differ, so this only warns. */
export function kkHasIssueDate(kk: string): boolean {
  return Number(kk.slice(6, 8)) <= 31 && isBirthPart(kk.slice(6, 12));
}

function ungroup(text: string): string {
  return asciiDigits(cleanLine(text))
    .replace(/^(nik|no\.?\s*kk|kk)\s*[:.]?\s*/i, '')
    .replace(/[\s.\-_/']/g, '');
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isBirthPart(ddmmyy: string): boolean {
  const coded = Number(ddmmyy.slice(0, 2));
  const day = coded > 40 ? coded - 40 : coded;
  const month = Number(ddmmyy.slice(2, 4));
  // Every second-digit leap year is one in both centuries: 2000 was a leap year, and nobody born in 1900 is alive.
  const leap = Number(ddmmyy.slice(4, 6)) % 4 === 0;
  const last = (daysInMonth[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
  return day >= 1 && day <= last;
}
