// One action for many reports. Each report gets its own event in its own transaction; what is refused is noted, the others go on.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { attach, detach, readProblem, readReport } from '../../complaints/index.ts';
import { getOfficer, getOfficers } from '../../identity/index.ts';
import { mayUndoBatch } from '../rules.ts';
import {
  type Batch,
  type BatchItem,
  type BatchWhat,
  countItems,
  countItemsOf,
  findBatch,
  type ItemState,
  insertBatch,
  listBatches,
  listItems,
  moveBatch,
  nextItems,
  settleItem,
} from '../store/batches.ts';
import { forwardReport, recallOfBatch } from './forward.ts';

declare module '../../../platform/jobs/queue.ts' {
  interface Jobs {
    'dispatch.run_batch': { readonly batchId: string };
  }
}

export const mostAtOnce = 2000;
const atOnceHere = 10; // as many are done while the officer waits
const perJob = 100;

/** The unit whose verifiers this officer is one of. @throws forbidden for others. */
export function verifierUnits(ctx: Context): string[] {
  const held = ctx.actor.kind === 'officer' ? ctx.actor.memberships : [];
  const units = held.filter(({ role }) => role === 'verifikator').map(({ unitId }) => unitId);
  if (units.length === 0) throw new AppError('forbidden', 'complaints.not_moderator');
  return [...new Set(units)];
}

/** The problem the report with this number is about. @throws invalid `dispatch.no_such_report` */
export async function problemToFollow(ctx: Context, number: string): Promise<{ code: string; follows: string }> {
  try {
    const report = await readReport(ctx, number);
    if (report.problemId === null) throw new AppError('invalid', 'dispatch.no_such_report');
    const { problem } = await readProblem(ctx, report.problemId);
    return { code: problem.code, follows: report.number };
  } catch (error) {
    if (error instanceof AppError && ['not_found', 'forbidden'].includes(error.kind))
      throw new AppError('invalid', 'dispatch.no_such_report');
    throw error;
  }
}

export interface Starting {
  readonly id: string; // of the request
  readonly what: BatchWhat;
  readonly numbers: readonly string[];
}
/** Few are done at once, many by a job. The same id twice is one batch. @throws invalid `dispatch.none_chosen`, `dispatch.too_many` */
export async function startBatch(ctx: Context, { id, what, numbers }: Starting): Promise<void> {
  const [unitId = ''] = verifierUnits(ctx);
  const chosen = [...new Set(numbers)].filter((number) => what.kind === 'forward' || number !== what.follows);
  if (chosen.length === 0) throw new AppError('invalid', 'dispatch.none_chosen');
  if (chosen.length > mostAtOnce) throw new AppError('invalid', 'dispatch.too_many', { params: { most: mostAtOnce } });
  const batch: Batch = {
    ...{ id, what, unitId, total: chosen.length, state: 'running' },
    ...{ officerId: ctx.actor.kind === 'officer' ? ctx.actor.id : '', createdAt: ctx.clock.now(), finishedAt: null },
  };
  const fresh = await inTransaction(ctx, async (ctx) => {
    const inserted = await insertBatch(ctx.db, batch, chosen);
    if (inserted && chosen.length > atOnceHere) await enqueue(ctx, id);
    return inserted;
  });
  if (fresh && chosen.length <= atOnceHere) await runBatch(ctx, id);
}

function enqueue(ctx: Context, batchId: string): Promise<void> {
  return ctx.jobs.add(ctx.db, 'dispatch.run_batch', { batchId }, { key: `batch:${batchId}` });
}

/** Goes on with a batch, in either direction; comes back by a job when there is more. Safe to repeat. */
export async function runBatch(ctx: Context, batchId: string): Promise<void> {
  const batch = await findBatch(ctx.db, batchId);
  if (!batch || batch.state === 'done' || batch.state === 'undone') return;
  const undoing = batch.state === 'undoing';
  const from: ItemState = undoing ? 'done' : 'waiting';
  const officer = { ...ctx, actor: await officerOf(ctx, batch), channel: 'web' as const };
  const items = await nextItems(ctx.db, batchId, { state: from, limit: perJob });
  for (const { number } of items) {
    const settled = undoing ? await undoOne(officer, batch, number) : await doOne(officer, batch, number);
    await settleItem(ctx.db, batchId, { number, ...settled, at: ctx.clock.now() });
  }
  if (items.length === perJob) return enqueue(ctx, batchId);
  const move = { from: batch.state, to: undoing ? 'undone' : 'done', at: ctx.clock.now() } as const;
  await moveBatch(ctx.db, batchId, move);
}

/** The job acts for the officer who pressed, with the seats he has now. */
async function officerOf(ctx: Context, { officerId }: Batch) {
  if (ctx.actor.kind === 'officer') return ctx.actor;
  const person = await getOfficer(ctx, officerId);
  return { ...person, kind: 'officer', via: 'session' } as const;
}

type Settled = Pick<BatchItem, 'state' | 'code'>;
async function attempt(work: () => Promise<unknown>, done: ItemState, refused: ItemState): Promise<Settled> {
  try {
    await work();
    return { state: done, code: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: refused, code: error.code };
  }
}
const requestOf = (batchId: string, number: string, what: string): string => `${what}:${batchId}:${number}`;

function doOne(ctx: Context, { id, what }: Batch, number: string): Promise<Settled> {
  const requestId = requestOf(id, number, 'batch');
  const work = (): Promise<unknown> =>
    what.kind === 'forward'
      ? forwardReport(ctx, { number, requestId, ...what })
      : attach(ctx, { number, requestId, code: what.code, reason: what.reason });
  return attempt(work, 'done', 'refused');
}
function undoOne(ctx: Context, { id, what }: Batch, number: string): Promise<Settled> {
  const requestId = requestOf(id, number, 'unbatch');
  const work = (): Promise<unknown> =>
    what.kind === 'forward'
      ? recallOfBatch(ctx, { number, requestId })
      : detach(ctx, { number, requestId, reason: 'Tindakan bersama diurungkan' });
  return attempt(work, 'undone', 'kept');
}

/** @throws not_found, also for colleagues of other units; conflict `dispatch.too_late`. Asked twice it is undone once. */
export async function undoBatch(ctx: Context, id: string): Promise<void> {
  const { batch } = await openBatch(ctx, id);
  if (batch.state === 'undoing' || batch.state === 'undone') return;
  if (batch.state !== 'done') throw new AppError('conflict', 'dispatch.still_running');
  if (!mayUndoBatch(batch.finishedAt ?? batch.createdAt, ctx.clock.now()))
    throw new AppError('conflict', 'dispatch.too_late');
  await inTransaction(ctx, async (ctx) => {
    const move = { from: 'done', to: 'undoing', at: ctx.clock.now() } as const;
    if ((await moveBatch(ctx.db, id, move)) && batch.total > atOnceHere) await enqueue(ctx, id);
  });
  if (batch.total <= atOnceHere) await runBatch(ctx, id);
}

export interface OpenedBatch {
  readonly batch: Batch;
  readonly counts: Readonly<Record<ItemState, number>>;
  readonly items: readonly BatchItem[];
}
const shownItems = 500;
export async function openBatch(ctx: Context, id: string): Promise<OpenedBatch> {
  const units = verifierUnits(ctx);
  const batch = await findBatch(ctx.db, id);
  if (!batch || !units.includes(batch.unitId)) throw new AppError('not_found', 'dispatch.no_batch');
  const [counts, items] = await Promise.all([countItems(ctx.db, id), listItems(ctx.db, id, shownItems)]);
  return { batch, counts, items };
}

export interface SavedBatch {
  readonly batch: Batch;
  readonly who: string;
  readonly counts: Partial<Readonly<Record<ItemState, number>>>;
}
const shownBatches = 50;
/** The joint actions of this officer's units, the latest first. @throws forbidden for others than verifiers. */
export async function savedBatches(ctx: Context): Promise<SavedBatch[]> {
  const batches = await listBatches(ctx.db, verifierUnits(ctx), shownBatches);
  const [counts, people] = await Promise.all([
    countItemsOf(
      ctx.db,
      batches.map(({ id }) => id),
    ),
    getOfficers(
      ctx,
      batches.map(({ officerId }) => officerId),
    ),
  ]);
  return batches.map((batch) => ({
    batch,
    who: people.get(batch.officerId)?.name ?? '',
    counts: counts.get(batch.id) ?? {},
  }));
}
