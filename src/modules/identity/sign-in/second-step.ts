import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { makeRecoveryCodes, useRecoveryCode } from '../account/recovery-codes.ts';
import { confirmTotp, type PendingTotp, pendingTotp, useTotpCode } from '../account/totp.ts';
import { type Browser, startSession } from '../sessions/sessions.ts';
import { getOfficer } from '../staff/directory.ts';
import { closeAttempt, countAttempt, getAttempt, type OwnedAttempt, owned } from './attempts.ts';
import { countTry, forgiveTry } from './throttling.ts';

export interface Answer {
  readonly attempt: string | undefined; // the cookie of the unfinished sign-in
  readonly code: string;
}

/** A code of the authenticator app or a recovery code; returns the session's token. Throws `identity.code_wrong`. */
export async function answerSecondFactor(ctx: Context, answer: Answer, browser: Browser): Promise<string> {
  const attempt = owned(await countAttempt(ctx, answer.attempt, ['second-factor']));
  const { officerId } = attempt;
  return await judge(ctx, attempt, browser, async () => {
    return (await useTotpCode(ctx, officerId, answer.code)) || (await useRecoveryCode(ctx, officerId, answer.code));
  });
}

/** What an officer without a second proof has to set up before the session starts. */
export async function enrolment(ctx: Context, attemptToken: string | undefined): Promise<PendingTotp> {
  const { officerId } = owned(await getAttempt(ctx, attemptToken, ['enrol']));
  return await pendingTotp(ctx, await getOfficer(ctx, officerId));
}

/** The first code of the new authenticator app; starts the session and gives the recovery codes to keep. */
export async function confirmEnrolment(
  ctx: Context,
  answer: Answer,
  browser: Browser,
): Promise<{ token: string; recoveryCodes: readonly string[] }> {
  const attempt = owned(await countAttempt(ctx, answer.attempt, ['enrol']));
  const token = await judge(ctx, attempt, browser, () => confirmTotp(ctx, attempt.officerId, answer.code));
  return { token, recoveryCodes: await makeRecoveryCodes(ctx, attempt.officerId) };
}

async function judge(
  ctx: Context,
  attempt: OwnedAttempt,
  browser: Browser,
  check: () => Promise<boolean>,
): Promise<string> {
  const counted = { ip: browser.ip, subject: { kind: 'second-factor', name: attempt.officerId } } as const;
  await countTry(ctx, counted, 'totp');
  if (!(await check())) throw new AppError('invalid', 'identity.code_wrong');
  await closeAttempt(ctx, attempt);
  await forgiveTry(ctx, counted);
  return await startSession(ctx, attempt.officerId, { method: attempt.method, browser });
}
