import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from '../../../platform/crypto/secrets.ts';

/** 256 random bits as 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps and finds rows by: nobody can guess 256 bits, so there is nothing to slow down or to compare byte by byte. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

// No vowels (no words by accident), no 0/1: what is printed is read back without doubt. 29^10 is 48 bits, and tries are counted.
const letters = '23456789BCDFGHJKLMNPQRSTVWXYZ';
const codeLength = 10;

export function newRecoveryCodes(): string[] {
  const pick = () => letters[randomInt(letters.length)] ?? '';
  const half = () => Array.from({ length: codeLength / 2 }, pick).join('');
  return Array.from({ length: 10 }, () => `${half()}-${half()}`);
}

/** Capital letters without separators, undefined when it cannot be a recovery code. */
export function parseRecoveryCode(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  return plain.length === codeLength && [...plain].every((letter) => letters.includes(letter)) ? plain : undefined;
}

/** Keyed, because 48 bits could be searched by whoever steals only the database. */
export function hashRecoveryCode(secrets: Secrets, officerId: string, code: string): Buffer {
  return secrets.sign('identity.recovery-code', officerId, code.replaceAll('-', ''));
}

/** The name under which attempts are counted, without the person or address in it. */
export function throttleBucket(
  secrets: Secrets,
  kind: 'account' | 'address' | 'second-factor',
  subject: string,
): Buffer {
  return secrets.sign('identity.throttle', kind, subject);
}
