// What a head did not answer in time goes back to the mayor, by the minute, day and night. Run by a job; run twice it does it once.

import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { caseForSystem, performAction } from '../../cases/index.ts';
import { listOverdue } from '../store/requests.ts';

const batch = 200;
const movedOn: readonly string[] = ['cases.action_not_here', 'cases.not_found'];

/** @returns how many went back. */
export async function returnUnanswered(ctx: Context): Promise<number> {
  let returned = 0;
  for (const request of await listOverdue(ctx.db, ctx.clock.now(), batch)) {
    const target = await caseForSystem(ctx, request.caseId);
    if (!target) continue;
    const command = { action: 'kembali', recorded: {}, told: true };
    try {
      await performAction(ctx, { number: target.number, requestId: `hotline-return:${request.id}`, command });
      returned += 1;
    } catch (error) {
      // The head answered in the same moment.
      if (!(error instanceof AppError) || !movedOn.includes(error.code)) throw error;
    }
  }
  return returned;
}
