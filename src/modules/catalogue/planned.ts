// Versions that come into force at their time, exactly once, whoever asks first: the job due then or the one that runs every few minutes.
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { JobHandlers } from '../../platform/jobs/queue.ts';
import type { Cron } from '../../platform/module.ts';
import { requirePublisher } from './access.ts';
import { putInForce } from './publish.ts';
import { findPlan, insertServiceEvent, settlePlan, takeDuePlan } from './store/closings.ts';
import { bumpRevision, lockInForce } from './store/versions.ts';
import { getVersion } from './versions.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'catalogue.put_in_force': Record<string, never>;
  }
}

/** Puts one version in force whose time has come. @returns false when there is none. */
async function putNextInForce(ctx: Context): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const plan = await takeDuePlan(ctx.db, ctx.clock.now());
    if (!plan) return false;
    await lockInForce(ctx.db, plan.slug);
    const at = ctx.clock.now();
    await settlePlan(ctx.db, plan.id, { outcome: 'in-force', at });
    const version = await getVersion(ctx, plan.versionId);
    await putInForce(ctx, version);
    await insertServiceEvent(ctx.db, {
      id: newId(),
      slug: plan.slug,
      at,
      kind: 'in-force',
      actor: plan.plannedBy,
      versionId: plan.versionId,
      details: { version: version.version },
    });
    await bumpRevision(ctx.db);
    return true;
  });
}

/** @returns how many versions came into force. */
export async function putDueInForce(ctx: Context): Promise<number> {
  let count = 0;
  while (await putNextInForce(ctx)) count += 1;
  return count;
}

/** Takes back a version that waits for its time. Nothing happens when there is none. @throws forbidden. */
export async function cancelPlan(ctx: Context, slug: string): Promise<void> {
  const actor = requirePublisher(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const plan = await findPlan(ctx.db, slug);
    const at = ctx.clock.now();
    if (!plan || !(await settlePlan(ctx.db, plan.id, { outcome: 'cancelled', at }))) return;
    await insertServiceEvent(ctx.db, {
      id: newId(),
      slug,
      at,
      kind: 'plan-cancelled',
      actor,
      versionId: plan.versionId,
      details: {},
    });
  });
}

export const catalogueJobs: JobHandlers = {
  'catalogue.put_in_force': async (ctx) => {
    await putDueInForce(ctx);
  },
};
export const catalogueCrons: readonly Cron[] = [{ job: 'catalogue.put_in_force', cron: '*/5 * * * *' }];
