// The worker's round: reads only the cases whose moment has come, says what is due, and writes down when to look again.

import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { type Head, type WatchSetting, watchCase } from '../engine/watch.ts';
import { lockDueForWatch, setNextWatch } from '../store/watch.ts';
import type { CaseRow, CaseState } from '../types.ts';
import { appendEvents } from './append.ts';
import { lineAbove } from './line.ts';
import { settingOf } from './next-watch.ts';

const batch = 50; // cases locked at a time
const retryHours = 24;

async function linesOf(ctx: Context, { unitId, tasks }: CaseState): Promise<ReadonlyMap<string, readonly Head[]>> {
  const units = new Set([unitId, ...tasks.filter((task) => task.closedAt === undefined).map((task) => task.unitId)]);
  const lines = await Promise.all([...units].map(async (unit) => [unit, await lineAbove(ctx, unit)] as const));
  return new Map(lines);
}

async function watchOne(ctx: Context, target: CaseRow): Promise<number> {
  const now = ctx.clock.now();
  const lines = await linesOf(ctx, target.state);
  const setting: WatchSetting = {
    ...(await settingOf(ctx, target.state)),
    lineOf: (unitId) => lines.get(unitId) ?? [],
  };
  const { events, nextAt } = watchCase(setting, target.state, now);
  if (events.length === 0) {
    await setNextWatch(ctx.db, target.id, nextAt);
    return 0;
  }
  const items = events.map((event, index) => ({
    event,
    actor: { kind: 'system' } as const,
    requestId: `watch:${target.version}:${index + 1}`,
  }));
  await appendEvents(ctx, target, items, { nextWatchAt: nextAt });
  return events.length;
}

/** One batch in one short transaction. @returns how many cases were looked at, and how many events were written. */
export async function watchDue(ctx: Context): Promise<{ seen: number; said: number }> {
  return inTransaction(ctx, async (ctx) => {
    const targets = await lockDueForWatch(ctx.db, ctx.clock.now(), batch);
    let said = 0;
    for (const target of targets) {
      try {
        said += await watchOne(ctx, target);
      } catch (error) {
        // Only reading and computing can fail before anything is written; one case that cannot be read stops no other.
        ctx.log.error({ err: error, caseId: target.id }, 'a case could not be watched');
        const later = new Date(ctx.clock.now().getTime() + retryHours * 3_600_000);
        await setNextWatch(ctx.db, target.id, later);
      }
    }
    return { seen: targets.length, said };
  });
}

/** Until nothing is due any more. Runs every few minutes; a round that comes late says the same things in the same order. */
export async function watchClocks(ctx: Context): Promise<{ seen: number; said: number }> {
  let [seen, said] = [0, 0];
  for (let round = await watchDue(ctx); round.seen > 0; round = await watchDue(ctx)) {
    seen += round.seen;
    said += round.said;
  }
  return { seen, said };
}
