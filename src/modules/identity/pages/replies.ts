// What the sign-in and account pages share: cookies, the browser, and turning our own refusals into the form again.
import type { VNode } from 'preact';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { sessionCookie } from '../../../platform/http/cookies.ts';
import type { Incoming, Reply, SetCookie } from '../../../platform/http/define.ts';
import { type RelyingParty, relyingParty } from '../crypto/relying-party.ts';
import { describeDevice, localPath } from '../rules.ts';
import type { Browser } from '../sessions/sessions.ts';

/** Holds the token of a sign-in that is not finished. */
export const attemptCookie = 'masuk';
export const inboxPath = '/petugas';

export const noStore = { 'cache-control': 'no-store' };
export const signedInCookies = (token: string): readonly SetCookie[] => [
  { name: sessionCookie, value: token },
  { name: attemptCookie, value: '' },
];
export const attemptCookies = (token: string): readonly SetCookie[] => [
  { name: attemptCookie, value: token, maxAgeSeconds: 600 },
];

export function browserOf({ ip, headers, cookies }: Incoming): Browser {
  const userAgent = headers['user-agent'];
  return {
    ip,
    device: describeDevice(typeof userAgent === 'string' ? userAgent : undefined),
    sessionToken: cookies[sessionCookie],
  };
}

export function partyOf(ctx: Context, { headers }: Incoming): RelyingParty | undefined {
  return relyingParty(ctx.config.publicUrl, typeof headers.host === 'string' ? headers.host : undefined);
}

/** A path of ours to return to, undefined when none or a foreign one was asked for. */
export function backOf(wanted: string | undefined): string | undefined {
  const path = localPath(wanted, '');
  return path === '' ? undefined : path;
}

export function withBack(path: string, back: string | undefined): string {
  return back === undefined ? path : `${path}?kembali=${encodeURIComponent(back)}`;
}

const statusOf = { invalid: 422, too_many: 429 } as const;

/** Runs a form's work; its refusals show the form again with the sentence, everything else goes on. */
export async function orFormAgain(
  work: () => Promise<Reply>,
  form: (error: AppError) => Promise<VNode>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('identity.')) throw error;
    if (error.kind !== 'invalid' && error.kind !== 'too_many') throw error;
    const seconds = error.params.seconds;
    const headers = seconds === undefined ? noStore : { ...noStore, 'retry-after': String(seconds) };
    return { kind: 'html', view: await form(error), status: statusOf[error.kind], headers };
  }
}

/** A sign-in that ran out, or never began here, starts again with a word about it. */
export async function orStartAgain(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'identity.start_again') throw error;
    return { kind: 'redirect', to: '/petugas/masuk?pesan=ulang', cookies: [{ name: attemptCookie, value: '' }] };
  }
}
