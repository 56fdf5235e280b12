// Moving open cases to a newer version: each in its own transaction, so a run that was stopped is simply run again.
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { getVersion, requirePublisher, type ServiceVersion } from '../../catalogue/index.ts';
import { areaLookup } from '../../organisation/index.ts';
import { decideRebase, type RebaseObstacle } from '../engine/rebase.ts';
import { findByNumber, lockCase } from '../store/find-case.ts';
import { listOlderCases, saveVersionId } from '../store/rebase.ts';
import type { CaseRow } from '../types.ts';
import { appendEvents, eventActor } from './append.ts';
import { followUp } from './follow-up.ts';

export interface RebaseOutcome {
  readonly number: string;
  readonly fromVersion: number;
  readonly outcome: 'can' | 'cannot' | 'done';
  readonly obstacles: readonly RebaseObstacle[];
}
export interface Rebasing {
  readonly service: string;
  readonly versionId: string;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly number?: string | undefined; // only this one
}

const batch = 200;

/** @throws forbidden, not_found; invalid `cases.rebase_reason` when something shall be moved without saying why. */
export async function rebaseCases(ctx: Context, rebasing: Rebasing): Promise<RebaseOutcome[]> {
  requirePublisher(ctx.actor);
  const { service, versionId, dryRun } = rebasing;
  if (!dryRun && rebasing.reason.trim() === '') throw new AppError('invalid', 'cases.rebase_reason');
  const to = await getVersion(ctx, versionId);
  if (to.service !== service) throw new AppError('not_found', 'catalogue.version_not_found');
  const outcomes: RebaseOutcome[] = [];
  for (let after: string | undefined; ; ) {
    const found = await listOlderCases(ctx.db, { service, versionId, after, limit: batch });
    const wanted = found.filter(({ number }) => rebasing.number === undefined || rebasing.number === number);
    for (const { number } of wanted) {
      const outcome = await (dryRun ? judge(ctx, number, to) : rebaseOne(ctx, number, { to, reason: rebasing.reason }));
      outcomes.push(...(outcome ? [outcome] : []));
    }
    if (found.length < batch) return outcomes;
    after = found.at(-1)?.number;
  }
}

async function judge(ctx: Context, number: string, to: ServiceVersion): Promise<RebaseOutcome | undefined> {
  const target = await findByNumber(ctx.db, number);
  return target && outcomeOf(ctx, target, to);
}

async function outcomeOf(ctx: Context, target: CaseRow, to: ServiceVersion): Promise<RebaseOutcome> {
  const from = await getVersion(ctx, target.state.versionId);
  const today = localDateOf(new Date(target.state.submittedAt), ctx.region.timezone);
  const env = { today, locale: ctx.locale, areas: await areaLookup(ctx) };
  const { allowed, obstacles } = decideRebase({ from: from.definition, to: to.definition }, target.state, env);
  return { number: target.number, fromVersion: from.version, outcome: allowed ? 'can' : 'cannot', obstacles };
}

async function rebaseOne(
  ctx: Context,
  number: string,
  move: { to: ServiceVersion; reason: string },
): Promise<RebaseOutcome | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockCase(ctx.db, number);
    if (!target || target.state.versionId === move.to.id) return undefined; // somebody was faster
    const judged = await outcomeOf(ctx, target, move.to);
    if (judged.outcome === 'cannot') return judged;
    const data = { fromVersionId: target.state.versionId, versionId: move.to.id, reason: move.reason.trim() };
    const actor = eventActor(ctx, target.state);
    const requestId = `rebase:${target.version}:${move.to.id}`;
    const after = await appendEvents(ctx, target, [{ event: { kind: 'rebased', data }, actor, requestId }]);
    await saveVersionId(ctx.db, target.id, move.to.id);
    // By the new version something may be decided already (one voice is enough now): nobody else would notice.
    await followUp(ctx, after, requestId);
    return { ...judged, outcome: 'done' };
  });
}
