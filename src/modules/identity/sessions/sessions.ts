// Starting and ending sessions.
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { hashToken, newToken } from '../crypto/tokens.ts';
import { parseToken, sessionHours, sessionIdleMinutes } from '../rules.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import * as store from '../store/sessions.ts';
import { deleteExpired } from '../store/sign-in.ts';
import type { Session, SignInMethod } from '../types.ts';
import { forgetSessions } from './resolve-officer.ts';

/** What is known of the browser that signs in. */
export interface Browser {
  readonly ip: string;
  readonly device: string;
  readonly sessionToken: string | undefined; // the cookie it came with
}

const keepEndedDays = 30;

/** A new session with a new id; the one the browser came with ends, so an id planted before sign-in is worth nothing. */
export async function startSession(
  ctx: Context,
  officerId: string,
  from: { method: SignInMethod; browser: Browser },
): Promise<string> {
  const token = newToken();
  const now = ctx.clock.now();
  const session = {
    id: newId(),
    officerId,
    method: from.method,
    device: from.browser.device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + sessionHours * 3_600_000),
  };
  await inTransaction(ctx, async (ctx) => {
    await endSession(ctx, from.browser.sessionToken);
    await store.insertSession(ctx.db, { ...session, tokenHash: hashToken(token) });
    await insertAuthEvent(ctx.db, now, { kind: 'session-started', outcome: 'ok', officerId, sessionId: session.id });
    await deleteExpired(ctx.db, new Date(now.getTime() - keepEndedDays * 86_400_000));
  });
  return token;
}

/** Ends the session of a cookie, if it is one. */
export async function endSession(ctx: Context, cookie: string | undefined): Promise<void> {
  const token = parseToken(cookie);
  const ended = token && (await store.endSessionByToken(ctx.db, hashToken(token), ctx.clock.now()));
  if (ended) await recordEnd(ctx, [ended]);
}

/** Ends one session of the officer by id, or with `except` all others. */
export async function endSessions(
  ctx: Context,
  officerId: string,
  which: { only?: string | undefined; except?: string | undefined },
): Promise<number> {
  const ended = await store.endSessions(ctx.db, officerId, { ...which, endedAt: ctx.clock.now() });
  await recordEnd(ctx, ended);
  return ended.length;
}

export async function listSessions(ctx: Context, officerId: string): Promise<Session[]> {
  const now = ctx.clock.now();
  const idleSince = new Date(now.getTime() - sessionIdleMinutes * 60_000);
  return await store.listOpenSessions(ctx.db, officerId, { now, idleSince });
}

async function recordEnd(ctx: Context, ended: readonly store.EndedSession[]): Promise<void> {
  for (const { id, officerId } of ended) {
    forgetSessions(ctx, officerId);
    await insertAuthEvent(ctx.db, ctx.clock.now(), { kind: 'session-ended', outcome: 'ok', officerId, sessionId: id });
  }
}
