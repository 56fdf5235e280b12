import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';

export type BatchWhat =
  | {
      readonly kind: 'forward';
      readonly unit: string;
      readonly category: string;
      readonly class: string;
      readonly priority: string;
      readonly note: string;
    }
  | { readonly kind: 'join'; readonly code: string; readonly follows: string; readonly reason: string };
export type BatchState = 'running' | 'done' | 'undoing' | 'undone';
export interface Batch {
  readonly id: string;
  readonly what: BatchWhat;
  readonly officerId: string;
  readonly unitId: string;
  readonly total: number;
  readonly state: BatchState;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}
export type ItemState = 'waiting' | 'done' | 'refused' | 'undone' | 'kept';
export interface BatchItem {
  readonly number: string;
  readonly state: ItemState;
  readonly code: string | null;
}

/** @returns false when there is one of this id already. */
export async function insertBatch(db: Db, batch: Batch, numbers: readonly string[]): Promise<boolean> {
  const { what, ...rest } = batch;
  const inserted = await only(db, 'dispatch')
    .insertInto('dispatch.batch')
    .values({ ...rest, kind: what.kind, what: jsonb({ ...what }) })
    .onConflict((conflict) => conflict.columns(['regionId', 'id']).doNothing())
    .executeTakeFirst();
  if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) return false;
  await sql`insert into dispatch.batch_item (batch_id, number, position, state)
    select ${batch.id}::uuid, number, nth, 'waiting' from unnest(${[...numbers]}::text[]) with ordinality as one(number, nth)`.execute(
    db,
  );
  return true;
}
/** The latest first. */
export async function listBatches(db: Db, unitIds: readonly string[], limit: number): Promise<Batch[]> {
  const rows = await only(db, 'dispatch')
    .selectFrom('dispatch.batch')
    .select(['id', 'what', 'officerId', 'unitId', 'total', 'state', 'createdAt', 'finishedAt'])
    .where('unitId', 'in', [...unitIds])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, what: row.what as unknown as BatchWhat, state: row.state as BatchState }));
}
export async function findBatch(db: Db, id: string): Promise<Batch | undefined> {
  const row = await only(db, 'dispatch')
    .selectFrom('dispatch.batch')
    .select(['id', 'what', 'officerId', 'unitId', 'total', 'state', 'createdAt', 'finishedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  // Written by this module only; the check constraint holds the states.
  return row && { ...row, what: row.what as unknown as BatchWhat, state: row.state as BatchState };
}
/** @returns whether it was in the state it is taken from. */
export async function moveBatch(
  db: Db,
  id: string,
  move: { readonly from: BatchState; readonly to: BatchState; readonly at: Date },
): Promise<boolean> {
  const moved = await only(db, 'dispatch')
    .updateTable('dispatch.batch')
    .set({ state: move.to, finishedAt: move.at })
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
export async function nextItems(
  db: Db,
  batchId: string,
  { state, limit }: { state: ItemState; limit: number },
): Promise<BatchItem[]> {
  return items(db, batchId).where('state', '=', state).orderBy('position').limit(limit).execute() as Promise<
    BatchItem[]
  >;
}
const items = (db: Db, batchId: string) =>
  only(db, 'dispatch')
    .selectFrom('dispatch.batchItem')
    .select(['number', 'state', 'code'])
    .where('batchId', '=', batchId);

export async function settleItem(
  db: Db,
  batchId: string,
  { number, state, code, at }: BatchItem & { readonly at: Date },
): Promise<void> {
  await only(db, 'dispatch')
    .updateTable('dispatch.batchItem')
    .set({ state, code, at })
    .where('batchId', '=', batchId)
    .where('number', '=', number)
    .execute();
}
export async function countItems(db: Db, batchId: string): Promise<Readonly<Record<ItemState, number>>> {
  const rows = await only(db, 'dispatch')
    .selectFrom('dispatch.batchItem')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('batchId', '=', batchId)
    .groupBy('state')
    .execute();
  const counted = new Map(rows.map(({ state, count }) => [state, count]));
  const of = (state: ItemState): number => counted.get(state) ?? 0;
  return { waiting: of('waiting'), done: of('done'), refused: of('refused'), undone: of('undone'), kept: of('kept') };
}
/** The same of several batches, by their ids. */
export async function countItemsOf(
  db: Db,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, Partial<Record<ItemState, number>>>> {
  if (batchIds.length === 0) return new Map();
  const rows = await only(db, 'dispatch')
    .selectFrom('dispatch.batchItem')
    .select(['batchId', 'state', sql<number>`count(*)::int`.as('count')])
    .where('batchId', 'in', [...batchIds])
    .groupBy(['batchId', 'state'])
    .execute();
  const counts = new Map<string, Partial<Record<ItemState, number>>>();
  for (const { batchId, state, count } of rows) counts.set(batchId, { ...counts.get(batchId), [state]: count });
  return counts;
}
/** What did not go as asked first, then the others, in the order they were chosen. */
export async function listItems(db: Db, batchId: string, limit: number): Promise<BatchItem[]> {
  return items(db, batchId)
    .orderBy(sql`state not in ('refused', 'kept')`)
    .orderBy('position')
    .limit(limit)
    .execute() as Promise<BatchItem[]>;
}
