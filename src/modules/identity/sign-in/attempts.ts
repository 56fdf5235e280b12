import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { hashToken } from '../crypto/tokens.ts';
import { attemptTries, parseToken } from '../rules.ts';
import * as store from '../store/sign-in.ts';
import type { AttemptStage, LoginAttempt } from '../types.ts';

export type OwnedAttempt = LoginAttempt & { readonly officerId: string; readonly tokenHash: Buffer };

/** The unfinished sign-in of the cookie; throws `identity.start_again` when there is none in one of these stages. */
export async function getAttempt(
  ctx: Context,
  token: string | undefined,
  stages: readonly AttemptStage[],
): Promise<LoginAttempt & { readonly tokenHash: Buffer }> {
  const tokenHash = toHash(token);
  const attempt = await store.findAttempt(ctx.db, tokenHash, ctx.clock.now());
  return checkedAttempt(attempt, { tokenHash, stages });
}

/** The same, with one more try counted and the passkey challenge taken out: every answer is judged once. */
export async function countAttempt(
  ctx: Context,
  token: string | undefined,
  stages: readonly AttemptStage[],
): Promise<LoginAttempt & { readonly tokenHash: Buffer }> {
  const tokenHash = toHash(token);
  const attempt = await inTransaction(ctx, (ctx) => store.countAttemptTry(ctx.db, tokenHash, ctx.clock.now()));
  return checkedAttempt(attempt, { tokenHash, stages });
}

/** Narrows to an attempt whose officer is known. */
export function owned(attempt: LoginAttempt & { readonly tokenHash: Buffer }): OwnedAttempt {
  if (attempt.officerId === undefined) throw startAgain();
  return { ...attempt, officerId: attempt.officerId };
}

/** Of several answers that were right at the same moment one gets the session. */
export async function closeAttempt(ctx: Context, attempt: { readonly tokenHash: Buffer }): Promise<void> {
  if (!(await store.deleteAttempt(ctx.db, attempt.tokenHash))) throw startAgain();
}

function toHash(token: string | undefined): Buffer {
  const parsed = parseToken(token);
  if (parsed === undefined) throw startAgain();
  return hashToken(parsed);
}

function checkedAttempt(
  attempt: LoginAttempt | undefined,
  wanted: { tokenHash: Buffer; stages: readonly AttemptStage[] },
): LoginAttempt & { readonly tokenHash: Buffer } {
  if (!attempt || attempt.tries >= attemptTries || !wanted.stages.includes(attempt.stage)) throw startAgain();
  return { ...attempt, tokenHash: wanted.tokenHash };
}

function startAgain(): AppError {
  return new AppError('unauthenticated', 'identity.start_again');
}
