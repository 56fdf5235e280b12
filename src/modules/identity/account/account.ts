// What an officer sees and changes of the own account.
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { hashPassword } from '../crypto/passwords.ts';
import { type DelegationRow, listDelegationRows } from '../delegation/list.ts';
import { findPasswordProblem, isSessionFresh } from '../rules.ts';
import { findLiveSession, forgetApiKey } from '../sessions/resolve-officer.ts';
import { endSessions, listSessions } from '../sessions/sessions.ts';
import { listApiKeys, revokeApiKey } from '../store/api-keys.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import { findPasswordHash, findTotp, listPasskeys, savePasswordHash } from '../store/credentials.ts';
import type { ApiKey, Passkey, Session } from '../types.ts';
import { leftRecoveryCodes, makeRecoveryCodes } from './recovery-codes.ts';
import { confirmTotp } from './totp.ts';

export interface SignedIn {
  readonly officer: Officer;
  readonly session: Session;
}

/** The officer and the browser session behind the request; an API key cannot manage an account (`identity.browser_only`). */
export async function getSignedIn(ctx: Context, cookie: string | undefined): Promise<SignedIn> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || actor.via !== 'session') throw new AppError('forbidden', 'identity.browser_only');
  const session = await findLiveSession(ctx, cookie);
  if (session?.officerId !== actor.id) throw new AppError('unauthenticated', 'identity.start_again');
  return { officer: actor, session };
}

/** The keys to the account change hands only shortly after signing in: a screen left alone is not enough. */
export function requireFresh(ctx: Context, { session }: SignedIn): void {
  if (!isSessionFresh(session, ctx.clock.now())) throw new AppError('forbidden', 'identity.sign_in_again');
}

export interface AccountView {
  readonly officer: Officer;
  readonly session: Session;
  readonly fresh: boolean;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly Session[];
  readonly apiKeys: readonly ApiKey[];
  readonly delegations: readonly DelegationRow[]; // from him and to him
}

export async function viewAccount(ctx: Context, signedIn: SignedIn): Promise<AccountView> {
  const { id } = signedIn.officer;
  const totp = await findTotp(ctx.db, id);
  return {
    ...signedIn,
    fresh: isSessionFresh(signedIn.session, ctx.clock.now()),
    hasPassword: (await findPasswordHash(ctx.db, id)) !== undefined,
    hasTotp: totp !== undefined && totp.confirmedAt !== null,
    passkeys: await listPasskeys(ctx.db, id),
    recoveryCodesLeft: await leftRecoveryCodes(ctx, id),
    sessions: await listSessions(ctx, id),
    apiKeys: await listApiKeys(ctx.db, id),
    delegations: await listDelegationRows(ctx, id),
  };
}

/** Sets or changes the password and ends the officer's other sessions. Throws invalid with the field and `identity.password_*`. */
export async function setPassword(
  ctx: Context,
  signedIn: SignedIn,
  typed: { password: string; again: string },
): Promise<void> {
  requireFresh(ctx, signedIn);
  const { officer, session } = signedIn;
  const problem = findPasswordProblem(typed.password, officer.username);
  if (problem) throw new AppError('invalid', `identity.password_${problem}`);
  if (typed.password !== typed.again) throw new AppError('invalid', 'identity.password_differs');
  const password = { hash: await hashPassword(typed.password), setAt: ctx.clock.now() };
  await inTransaction(ctx, async (ctx) => {
    await savePasswordHash(ctx.db, officer.id, password);
    await insertAuthEvent(ctx.db, password.setAt, { kind: 'password-set', outcome: 'ok', officerId: officer.id });
    await endSessions(ctx, officer.id, { except: session.id });
  });
}

/** Turns the authenticator app on; returns recovery codes when the officer had none. Throws `identity.code_wrong`. */
export async function turnOnTotp(ctx: Context, signedIn: SignedIn, code: string): Promise<readonly string[]> {
  requireFresh(ctx, signedIn);
  const { officer, session } = signedIn;
  if (!(await confirmTotp(ctx, officer.id, code))) throw new AppError('invalid', 'identity.code_wrong');
  await endSessions(ctx, officer.id, { except: session.id });
  return (await leftRecoveryCodes(ctx, officer.id)) === 0 ? await makeRecoveryCodes(ctx, officer.id) : [];
}

export async function revokeOwnApiKey(ctx: Context, officerId: string, id: string): Promise<void> {
  const now = ctx.clock.now();
  if (!(await revokeApiKey(ctx.db, officerId, { id, revokedAt: now }))) return;
  forgetApiKey(ctx, id);
  await insertAuthEvent(ctx.db, now, { kind: 'key-revoked', outcome: 'ok', officerId });
}
