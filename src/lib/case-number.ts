// Case numbers people can read aloud: one letter, eight random digits, one check digit (Damm: catches every single
// wrong digit and every swap of neighbours; H. M. Damm, 2004).
import { randomInt } from 'node:crypto';

const damm: readonly string[] = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function checkDigit(digits: string): string {
  let interim = 0;
  for (const digit of digits) interim = Number(damm[interim]?.[Number(digit)]);
  return String(interim);
}

/** `P` application, `L` complaint (laporan), `T` something begun and not sent. Uniqueness is the database's business. */
export function newCaseNumber(letter: 'P' | 'L' | 'T'): string {
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  return `${letter}${digits}${checkDigit(digits)}`;
}

/** Accepts what people type: spaces, dots, dashes, lower case. Undefined when it cannot be a number of ours. */
export function parseCaseNumber(raw: string): string | undefined {
  return parseNumber(raw, /^([PL])(\d{8})(\d)$/);
}

/** The same for the number of something begun and not sent: `T482913075`. */
export function parseTicket(raw: string): string | undefined {
  return parseNumber(raw, /^(T)(\d{8})(\d)$/);
}

function parseNumber(raw: string, shape: RegExp): string | undefined {
  const compact = raw.replace(/[\s.-]/g, '').toUpperCase();
  const match = shape.exec(compact);
  if (!match) return undefined;
  return checkDigit(match[2] ?? '') === match[3] ? compact : undefined;
}

/** `P 482 913 075`, for reading and copying. */
export function groupCaseNumber(number: string): string {
  return `${number.slice(0, 1)} ${number.slice(1, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;
}
