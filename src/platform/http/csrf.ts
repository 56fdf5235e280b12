// A form's token is bound to a random cookie of the browser it was shown in; a fresh nonce masks it in every page.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../lib/errors.ts';
import type { Secrets } from '../crypto/secrets.ts';
import type { SetCookie } from './define.ts';

export const browserCookie = 'peramban';
export const csrfField = '_csrf';
const browserPattern = /^[A-Za-z0-9_-]{32}$/;
const yearSeconds = 365 * 24 * 3600;

export interface CsrfSource {
  /** The token for a form of this page. */
  token(): string;
  /** The cookie to set, when a token was asked for and the browser had none. */
  cookie(): SetCookie | undefined;
  /** Whether a token was asked for: then the page belongs to one browser. */
  used(): boolean;
}

export function createCsrfSource(secrets: Secrets, browser: string | undefined): CsrfSource {
  const known = browser !== undefined && browserPattern.test(browser) ? browser : undefined;
  let fresh: string | undefined;
  let token: string | undefined; // one for all forms of the page: a list has a form in every row
  return {
    token() {
      fresh ??= known ?? randomBytes(24).toString('base64url');
      token ??= masked(secrets, fresh);
      return token;
    },
    cookie: () =>
      fresh === undefined || fresh === known
        ? undefined
        : { name: browserCookie, value: fresh, maxAgeSeconds: yearSeconds },
    used: () => token !== undefined,
  };
}

function masked(secrets: Secrets, browser: string): string {
  const nonce = randomBytes(9).toString('base64url');
  return `${nonce}.${mac(secrets, browser, nonce)}`;
}

export interface CsrfProof {
  readonly browser: string | undefined; // the cookie
  readonly token: unknown; // the form field
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly allowedOrigins: readonly string[];
}

/** Throws forbidden `request.csrf` unless the form was shown by this site in this browser. */
export function checkCsrf(secrets: Secrets, proof: CsrfProof): void {
  const { browser, token, origin, fetchSite, allowedOrigins } = proof;
  const foreign =
    fetchSite === 'cross-site' ||
    fetchSite === 'same-site' ||
    (origin !== undefined && !allowedOrigins.includes(origin));
  if (foreign || browser === undefined || !browserPattern.test(browser) || typeof token !== 'string') throw refused();
  const [nonce = '', given = ''] = token.split('.', 2);
  const expected = Buffer.from(mac(secrets, browser, nonce));
  const actual = Buffer.from(given);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) throw refused();
}

function refused(): AppError {
  return new AppError('forbidden', 'request.csrf');
}

function mac(secrets: Secrets, browser: string, nonce: string): string {
  return secrets.sign('csrf', browser, nonce).toString('base64url');
}
