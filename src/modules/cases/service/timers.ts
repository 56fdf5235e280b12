// What time alone does to open cases: silence becomes an answer, a clock that has run out decides. Run by a job.
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { decideSilence } from '../engine/act.ts';
import { lockCase } from '../store/find-case.ts';
import { listExpired, listSilent, type Timer, type TimerPage } from '../store/timers.ts';
import type { CaseRow } from '../types.ts';
import { appendEvents } from './append.ts';
import { environmentOf } from './environment.ts';
import { followUp, tell } from './follow-up.ts';

const batch = 200;

/**
 * Carries out everything whose time has come, each case in a transaction of its own. Run twice, or by two workers at
 * once, it does the same once: the case is locked and looked at again.
 * @returns how many cases changed.
 */
export async function runTimers(ctx: Context): Promise<number> {
  return (await runAll(ctx, listSilent)) + (await runAll(ctx, listExpired));
}

async function runAll(ctx: Context, list: (db: Context['db'], page: TimerPage) => Promise<Timer[]>): Promise<number> {
  const now = ctx.clock.now();
  let changed = 0;
  for (let after: TimerPage['after']; ; ) {
    const due = await list(ctx.db, { now, limit: batch, after });
    for (const { number } of due) if (await runOne(ctx, number)) changed += 1;
    if (due.length < batch) return changed;
    after = due.at(-1);
  }
}

async function runOne(ctx: Context, number: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockCase(ctx.db, number);
    if (!target || target.state.closedAt !== undefined) return false;
    let after = target;
    for (let next = await silence(ctx, after); next; next = await silence(ctx, after)) after = next;
    after = await followUp(ctx, after, `timer:${after.version}`);
    return after.version !== target.version;
  });
}

/** Closes one task nobody answered in time, and goes on from there; undefined when there is none. */
async function silence(ctx: Context, target: CaseRow): Promise<CaseRow | undefined> {
  if (target.state.closedAt !== undefined) return undefined;
  const event = decideSilence(await environmentOf(ctx, target.state), target.state);
  if (!event) return undefined;
  const requestId = `silence:${event.data.taskId}`;
  const after = await appendEvents(ctx, target, [{ event, actor: { kind: 'system' }, requestId }]);
  await tell(ctx, after, event, undefined);
  return followUp(ctx, after, requestId);
}
