// What a head did not answer in time goes back to the mayor, by the minute, day and night. Run by a job; run twice it does it once.

import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { caseForSystem, performAction } from '../../cases/index.ts';
import { listOverdue } from '../store/requests.ts';

const batch = 200;
const movedOn: readonly string[] = ['cases.action_not_here', 'cases.not_found'];

/** @returns how many went back. */
export async function returnUnanswered(ctx: Context): Promise<number> {
  const overdue = await listOverdue(ctx.db, ctx.clock.now(), batch);
  let returned = 0;
  // Two heads late with the same message bring it back together.
  for (const request of new Map(overdue.map((one) => [one.caseId, one] as const)).values()) {
    const target = await caseForSystem(ctx, request.caseId);
    if (!target) continue;
    const command = { action: 'kembali', recorded: {}, told: true };
    const requestId = `hotline-return:${request.id}:${target.version}`;
    try {
      await performAction(ctx, { number: target.number, requestId, command });
      returned += 1;
    } catch (error) {
      // The head answered in the same moment.
      if (!(error instanceof AppError) || !movedOn.includes(error.code)) throw error;
    }
  }
  return returned;
}
