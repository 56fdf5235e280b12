// Pure decisions of identity; time and randomness come in as values.
import type { Permission } from '../../platform/context.ts';

export const sessionIdleMinutes = 30;
export const sessionHours = 12;
export const linkMinutes = 15;
export const attemptMinutes = 10;
export const attemptTries = 5;
/** How long after signing in the keys to the account may be changed without signing in again. */
const freshMinutes = 15;

export interface ThrottlePolicy {
  readonly free: number; // attempts before the first wait
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  readonly forgetSeconds: number; // a pause this long starts the count again
}
export const accountPolicy: ThrottlePolicy = {
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgetSeconds: 3600,
};
// A whole office shares one address, so the address gets more room than one account.
export const addressPolicy: ThrottlePolicy = { ...accountPolicy, free: 50 };

export interface Throttle {
  readonly failures: number;
  readonly lastFailureAt: Date;
  readonly blockedUntil: Date | undefined;
}
export type ThrottleDecision =
  | { readonly ok: true; readonly next: Throttle }
  | { readonly ok: false; readonly until: Date };

/** Counts an attempt before its outcome is known, so that attempts made at the same moment cannot all slip through. */
export function nextThrottle(before: Throttle | undefined, now: Date, policy: ThrottlePolicy): ThrottleDecision {
  if (before?.blockedUntil && before.blockedUntil > now) return { ok: false, until: before.blockedUntil };
  const recent = before && now.getTime() - before.lastFailureAt.getTime() < policy.forgetSeconds * 1000;
  const failures = recent ? before.failures + 1 : 1;
  const over = failures - policy.free;
  const wait = Math.min(policy.firstWaitSeconds * 2 ** Math.min(over, 30), policy.longestWaitSeconds);
  const blockedUntil = over >= 0 ? new Date(now.getTime() + wait * 1000) : undefined;
  return { ok: true, next: { failures, lastFailureAt: now, blockedUntil } };
}

export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}
export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  return now < session.expiresAt && now.getTime() - session.lastSeenAt.getTime() < sessionIdleMinutes * 60_000;
}
/** Once a minute is enough to slide a 30-minute limit, and keeps reading pages free of writes. */
export function isSessionTouchDue(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= 60_000;
}
export function isSessionFresh(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.createdAt.getTime() < freshMinutes * 60_000;
}

export type PasswordProblem = 'short' | 'long' | 'username' | 'common';
const commonParts = ['password', 'katasandi', 'parepare', 'loket24', 'qwerty', 'rahasia', 'indonesia', 'bismillah'];

/** Length counts, composition rules do not (NIST SP 800-63B): 12 characters, not the username, not a word everybody tries. */
export function findPasswordProblem(password: string, username: string): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < 12) return 'short';
  if (length > 200) return 'long';
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '');
  const name = username.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name.length > 2 && plain.includes(name)) return 'username';
  // What is left without the words everybody tries, digits and signs: "Parepare2026!" leaves nothing.
  const rest = commonParts
    .reduce((text, part) => text.replaceAll(part, ''), password.toLowerCase())
    .replace(/\P{L}/gu, '');
  return rest.length < 3 || new Set(password).size < 5 ? 'common' : undefined;
}

const apiKeyPattern = /^lk_[A-Za-z0-9_-]{43}$/;
/** The key itself when the text can be one; anything else, of any shape, is undefined. */
export function parseApiKey(text: unknown): string | undefined {
  return typeof text === 'string' && apiKeyPattern.test(text) ? text : undefined;
}
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;
/** A 256-bit token in base64url, as sessions and links carry it. */
export function parseToken(text: unknown): string | undefined {
  return typeof text === 'string' && tokenPattern.test(text) ? text : undefined;
}

/**
 * What a key may do of what its officer may do: `all` everything, `admin`, `author` and `publish` just that, any other word
 * (it names the integration) the daily work. Several words are separated by commas.
 */
export function narrowPermissions(held: readonly Permission[], scope: string): readonly Permission[] {
  const words = scope.split(',').map((word) => word.trim());
  if (words.includes('all')) return held;
  const works = words.some((word) => !['admin', 'author', 'publish'].includes(word));
  return held.filter((permission) => words.includes(permission) || (permission === 'inbox' && works));
}

export function isScope(text: string): boolean {
  return /^[a-z][a-z0-9:_-]{0,39}(,[a-z][a-z0-9:_-]{0,39}){0,9}$/.test(text);
}

/** Where to go after signing in: a path of our own pages, never another site. */
export function localPath(wanted: unknown, fallback: string): string {
  const isLocal =
    typeof wanted === 'string' &&
    wanted.length < 500 &&
    /^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) &&
    !wanted.includes('\\');
  return isLocal && !wanted.startsWith('/petugas/masuk') && !wanted.startsWith('/petugas/keluar') ? wanted : fallback;
}

const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
] as const;
/** "Chrome, Android": enough to recognise one's own device in the list, nothing that follows a person around. */
export function describeDevice(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const found = [browsers, systems].flatMap((list) => list.find(([pattern]) => pattern.test(text))?.[1] ?? []);
  return found.length > 0 ? found.join(', ') : '?';
}

/** The names closest to a mistyped one, best first; only those that are plausibly meant. */
export function nearestNames(wanted: string, names: readonly string[], limit = 3): string[] {
  return names
    .map((name) => ({ name, distance: name.includes(wanted) && wanted.length > 2 ? 1 : editDistance(wanted, name) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 2)))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
