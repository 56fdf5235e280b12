// The first proof: a password or a log-in link. What follows is a session, the second step, or setting one up.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { hashPassword, isRehashDue, verifyPassword } from '../crypto/passwords.ts';
import { hashToken, newToken } from '../crypto/tokens.ts';
import { attemptMinutes, linkMinutes, parseToken } from '../rules.ts';
import { type Browser, startSession } from '../sessions/sessions.ts';
import { findOfficerByUsername, type Person, staffDirectory } from '../staff/directory.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import { findPasswordHash, findTotp, listPasskeys, savePasswordHash } from '../store/credentials.ts';
import * as store from '../store/sign-in.ts';
import type { SignInMethod } from '../types.ts';
import { countTry, forgiveTry } from './throttling.ts';

/** `session`: signed in, token of the session cookie. Else the token of the unfinished sign-in. */
export interface SignInStep {
  readonly next: 'session' | 'second-factor' | 'enrol';
  readonly token: string;
}
/** No officer has this id: the path of an unknown name stays the path of a known one. */
const nobody = '00000000-0000-7000-8000-000000000000';

/** Throws `identity.password_wrong` for a wrong password and an unknown name alike, `identity.wait` after too many tries. */
export async function signInWithPassword(
  ctx: Context,
  typed: { username: string; password: string },
  browser: Browser,
): Promise<SignInStep> {
  const counted = { ip: browser.ip, subject: { kind: 'account', name: typed.username.trim().toLowerCase() } } as const;
  await countTry(ctx, counted, 'password');
  const person = await findOfficerByUsername(ctx, typed.username);
  const stored = await findPasswordHash(ctx.db, person?.id ?? nobody);
  const matches = await verifyPassword(stored, typed.password);
  const ok = matches && person !== undefined;
  await insertAuthEvent(ctx.db, ctx.clock.now(), {
    kind: 'password',
    outcome: ok ? 'ok' : 'refused',
    officerId: person?.id,
  });
  if (!ok) throw new AppError('invalid', 'identity.password_wrong');
  await forgiveTry(ctx, counted);
  if (stored !== undefined && isRehashDue(stored)) await rehash(ctx, person.id, typed.password);
  return await afterFirstStep(ctx, person, { method: 'password', browser });
}

async function rehash(ctx: Context, officerId: string, password: string): Promise<void> {
  await savePasswordHash(ctx.db, officerId, { hash: await hashPassword(password), setAt: ctx.clock.now() });
}

/** A link that signs the officer in once within 15 minutes; returns its token, of which only the hash is kept. */
export async function makeLoginLink(ctx: Context, officerId: string): Promise<string> {
  const token = newToken();
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000);
  await store.insertLoginLink(ctx.db, { tokenHash: hashToken(token), officerId, createdAt: now, expiresAt });
  await insertAuthEvent(ctx.db, now, { kind: 'link-made', outcome: 'ok', officerId });
  return token;
}

/** Whose link this is, without using it up: what a mail scanner that opens the page sees. */
export async function findLinkOwner(ctx: Context, text: string): Promise<Person | undefined> {
  const token = parseToken(text);
  const link = token && (await store.findUsableLink(ctx.db, hashToken(token), ctx.clock.now()));
  return link ? await findActive(ctx, link.officerId) : undefined;
}

/** Uses the link up. Throws gone `identity.link_gone` when it was used, is too old, or never was. */
export async function signInWithLink(ctx: Context, text: string, browser: Browser): Promise<SignInStep> {
  const token = parseToken(text);
  const now = ctx.clock.now();
  const link = token && (await store.useLink(ctx.db, hashToken(token), now));
  const person = link ? await findActive(ctx, link.officerId) : undefined;
  await insertAuthEvent(ctx.db, now, { kind: 'link-used', outcome: person ? 'ok' : 'refused', officerId: person?.id });
  if (!person) throw new AppError('gone', 'identity.link_gone');
  return await afterFirstStep(ctx, person, { method: 'link', browser });
}

async function findActive(ctx: Context, id: string): Promise<Person | undefined> {
  const person = (await staffDirectory(ctx)).byId.get(id);
  return person?.active ? person : undefined;
}

// A link comes from the operator of the machine, so it opens the door of an officer who lost the second proof; without
// any second proof one is set up first, except on a development system, where it may be skipped.
async function afterFirstStep(
  ctx: Context,
  person: Person,
  from: { method: SignInMethod; browser: Browser },
): Promise<SignInStep> {
  const secured = await hasSecondFactor(ctx, person.id);
  const isEnough = from.method === 'link' && (secured || ctx.config.development);
  if (isEnough) return { next: 'session', token: await startSession(ctx, person.id, from) };
  const next = secured ? 'second-factor' : 'enrol';
  const token = newToken();
  const createdAt = ctx.clock.now();
  await store.insertAttempt(ctx.db, {
    tokenHash: hashToken(token),
    officerId: person.id,
    stage: next,
    method: from.method,
    challenge: undefined,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + attemptMinutes * 60_000),
  });
  return { next, token };
}

export async function hasSecondFactor(ctx: Context, officerId: string): Promise<boolean> {
  const totp = await findTotp(ctx.db, officerId);
  return (totp !== undefined && totp.confirmedAt !== null) || (await listPasskeys(ctx.db, officerId)).length > 0;
}
