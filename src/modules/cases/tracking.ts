// The tracking code is the applicant's proof: 100 bits, derived from the case id under the server's secret, so it needs
// no storage and the same submission always gives the same code. Only its hash is in the database.
import { createHash } from 'node:crypto';
import type { Secrets } from '../../platform/crypto/secrets.ts';

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'; // 32 signs, none to be confused with another when written by hand
const length = 20;

export function trackingCodeOf(secrets: Secrets, caseId: string): string {
  const bytes = secrets.sign('tracking-code', caseId);
  return Array.from({ length }, (_, index) => alphabet[(bytes[index] ?? 0) % 32]).join('');
}

/** Accepts what people type; undefined when it cannot be a code of ours. */
export function parseTrackingCode(raw: string): string | undefined {
  const compact = raw.replace(/[\s-]/g, '').toUpperCase();
  return compact.length === length && [...compact].every((sign) => alphabet.includes(sign)) ? compact : undefined;
}

export function trackingHashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
