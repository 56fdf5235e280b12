// Reminders before a case lapses: one job per day named in the definition, each checked again when its time comes.
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { hasRequest, lockCase } from '../store/find-case.ts';
import type { CaseRow } from '../types.ts';
import { appendEvents } from './append.ts';
import { noticeOfChange } from './notices.ts';

declare module '../../../platform/jobs/queue.ts' {
  interface Jobs {
    'cases.remind': Reminder;
  }
}
export interface Reminder {
  readonly number: string;
  readonly lapseAt: string; // of the wait it belongs to
  readonly daysLeft: number;
}

const day = 86_400_000;

/** Plans the reminders of a wait that has just begun; call in the transaction that began it. */
export async function planReminders(ctx: Context, before: CaseRow, after: CaseRow): Promise<void> {
  const { lapseAt } = after.state;
  if (lapseAt === undefined || lapseAt === before.state.lapseAt) return;
  const { definition } = await getVersion(ctx, after.state.versionId);
  for (const daysLeft of definition.workflow.states[after.state.state]?.lapse?.remind ?? []) {
    const runAt = new Date(Date.parse(lapseAt) - daysLeft * day);
    if (runAt > ctx.clock.now())
      await ctx.jobs.add(ctx.db, 'cases.remind', { number: after.number, lapseAt, daysLeft }, { runAt });
  }
}

/** Reminds, unless the case has moved on since. */
export async function remind(ctx: Context, { number, lapseAt, daysLeft }: Reminder): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const target = await lockCase(ctx.db, number);
    const requestId = `remind:${lapseAt}:${daysLeft}`;
    if (!target || target.state.lapseAt !== lapseAt || (await hasRequest(ctx.db, target.id, requestId))) return;
    const event = { kind: 'reminded', data: { daysLeft } } as const;
    const after = await appendEvents(ctx, target, [{ event, actor: { kind: 'system' }, requestId }]);
    await noticeOfChange(ctx, after, event);
  });
}
