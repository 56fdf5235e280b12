// A register has answered about a case: it is written into the history, papers it makes unnecessary are waived, and what
// has become certain by it goes on at once (fast lane).
import type { Context } from '../../../platform/context.ts';
import { isStated, knownAnswers } from '../engine/statements.ts';
import type { CaseRow, RegisterAnswer } from '../types.ts';
import { environmentOf } from './environment.ts';
import { recordNotice } from './follow-up.ts';

/**
 * One register's word about an open case. Idempotent by register and `at`; a later answer replaces an earlier one.
 * @param answer a register that is down is recorded too: people then look for themselves.
 */
export async function recordRegisterAnswer(
  ctx: Context,
  number: string,
  answer: RegisterAnswer & { readonly waived?: readonly string[] | undefined },
): Promise<CaseRow | undefined> {
  return recordNotice(ctx, number, {
    requestId: `register:${answer.register}:${answer.at}`,
    eventFor: async (target) => {
      const waived = answer.waived ?? (await waivedBy(ctx, target, answer));
      return { kind: 'register-answered', data: { ...answer, ...(waived.length > 0 ? { waived } : {}) } };
    },
  });
}

/** Papers of this applicant's path that the answer makes unnecessary. */
async function waivedBy(ctx: Context, { state }: CaseRow, answer: RegisterAnswer): Promise<string[]> {
  const env = await environmentOf(ctx, state);
  const known = knownAnswers(env, state);
  return env.definition.documents
    .filter(
      ({ waivedByRegister, when }) =>
        waivedByRegister !== undefined &&
        isStated({ registers: [answer] }, waivedByRegister) &&
        (when === undefined || env.holds(when, known)),
    )
    .map(({ id }) => id);
}
