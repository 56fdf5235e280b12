// Cases whose applicant let the time for completing pass, and reminders before that. Run by a job.
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { decideLapse } from '../engine/act.ts';
import { listLapsed, lockCase } from '../store/find-case.ts';
import { appendEvents } from './append.ts';
import { environmentOf } from './environment.ts';
import { noticeOfChange } from './notices.ts';

const batch = 200;

/** Closes up to 200 lapsed cases. @returns how many, so that the job can go on while there are more. */
export async function closeLapsed(ctx: Context): Promise<number> {
  const numbers = await listLapsed(ctx.db, ctx.clock.now(), batch);
  let closed = 0;
  for (const number of numbers) {
    await inTransaction(ctx, async (ctx) => {
      const target = await lockCase(ctx.db, number);
      if (!target) return;
      const event = decideLapse(await environmentOf(ctx, target.state), target.state);
      if (!event) return; // completed meanwhile
      const requestId = `lapse:${target.version}`;
      const after = await appendEvents(ctx, target, [{ event, actor: { kind: 'system' }, requestId }]);
      await ctx.events.publish(ctx, 'cases.lapsed', { target: after });
      await noticeOfChange(ctx, after, event);
      closed += 1;
    });
  }
  return closed;
}
