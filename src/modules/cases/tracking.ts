// The tracking code is the applicant's proof: 100 bits, derived from the case id under the server's secret, so it needs
// no storage and the same submission always gives the same code. Only its hash is in the database.
import { createHash } from 'node:crypto';
import type { Secrets } from '../../platform/crypto/secrets.ts';
import type { MissLimit } from '../../platform/http/define.ts';

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

/**
 * For every route behind a code. 100 bits cannot be guessed at any speed; this keeps a scanner from costing us look-ups.
 * A right code is served even then: whole districts share one address behind their mobile network.
 */
export const trackingMisses: MissLimit = {
  name: 'tracking-miss',
  max: 30,
  perSeconds: 600,
  code: 'cases.tracking_not_found',
};
