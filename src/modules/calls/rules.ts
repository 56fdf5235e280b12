// Whether somebody on the telephone is who they say. Pure; time comes in.
import { inDigits } from './spell.ts';

export const mostMissesPerCall = 3;
export const mostMissesPerHour = 5; // of one number, whoever answers
export const provenForMinutes = 30;

export interface Claim {
  readonly name: string;
  readonly nikTail: string;
  readonly fact: string;
}
export interface Known {
  readonly number: string;
  readonly name: string | undefined;
  readonly nik: string | undefined;
  readonly facts: readonly string[]; // birth date as day, month, year; names of places
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
const wordsIn = (name: string): string[] => (name.split(',')[0] ?? '').split(/\s+/).map(plain).filter(Boolean).sort();

/** Name, the last four digits of the NIK and one more fact: all three, or nothing is told. */
export function isOwner(claim: Claim, known: Known): boolean {
  if (known.name === undefined || known.nik === undefined) return false;
  const nikTail = inDigits(claim.nikTail);
  const sameName = wordsIn(claim.name).join(' ') === wordsIn(known.name).join(' ');
  const fact = plain(claim.fact);
  const sameFact = fact.length >= 4 && [known.number, ...known.facts].some((one) => plain(one) === fact);
  return sameName && nikTail.length === 4 && known.nik.endsWith(nikTail) && sameFact;
}

export function isProven(verifiedAt: Date | null, now: Date): boolean {
  return verifiedAt !== null && now.getTime() - verifiedAt.getTime() < provenForMinutes * 60_000;
}
