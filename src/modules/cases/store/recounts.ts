import type { Db } from '../../../platform/context.ts';
import type { CaseRow } from '../types.ts';
import { toCase } from './rows.ts';

export interface Recount {
  readonly id: string;
  readonly mode: 'trial' | 'apply';
  readonly trialId: string | null;
  readonly reason: string;
  readonly decree: string;
  readonly change: unknown;
  readonly officerId: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly total: number;
  readonly seen: number;
  readonly changed: number;
  readonly earlier: number;
  readonly later: number;
  readonly afterId: string | null;
}
const columns = [
  ...(['id', 'mode', 'trialId', 'reason', 'decree', 'change', 'officerId', 'startedAt', 'finishedAt'] as const),
  ...(['total', 'seen', 'changed', 'earlier', 'later', 'afterId'] as const),
];
// The table's check constraint says what a mode may be.
const toRecount = <T extends { mode: string }>(row: T) => ({
  ...row,
  mode: row.mode === 'apply' ? ('apply' as const) : ('trial' as const),
});

export async function insertRecount(
  db: Db,
  fresh: Pick<Recount, 'id' | 'mode' | 'reason' | 'decree' | 'change' | 'startedAt' | 'total'> & {
    readonly trialId?: string | undefined;
    readonly officerId?: string | undefined;
  },
): Promise<void> {
  const { change, trialId, officerId, ...values } = fresh;
  await db
    .insertInto('cases.recount')
    .values({
      ...values,
      change: change === undefined || change === null ? null : JSON.stringify(change),
      trialId: trialId ?? null,
      officerId: officerId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findRecount(db: Db, by: { id: string } | { trialId: string }): Promise<Recount | undefined> {
  const query = db.selectFrom('cases.recount').select(columns);
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('trialId', '=', by.trialId)
  ).executeTakeFirst();
  return row && toRecount(row);
}

/** The run, held until this transaction ends: two workers take turns, each going on where the other stopped. */
export async function lockRecount(db: Db, id: string): Promise<Recount | undefined> {
  const row = await db.selectFrom('cases.recount').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toRecount(row);
}

export async function saveRecount(
  db: Db,
  { id, ...progress }: Pick<Recount, 'id' | 'seen' | 'changed' | 'earlier' | 'later' | 'afterId' | 'finishedAt'>,
): Promise<void> {
  await db.updateTable('cases.recount').set(progress).where('id', '=', id).execute();
}

export async function listRecounts(db: Db, limit: number): Promise<Recount[]> {
  const rows = await db.selectFrom('cases.recount').select(columns).orderBy('startedAt', 'desc').limit(limit).execute();
  return rows.map(toRecount);
}

export async function countOpen(db: Db): Promise<number> {
  const row = await db
    .selectFrom('cases.case')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Open cases after `afterId`, in the order of their ids; locked when they are going to be changed. */
export async function listOpenCases(
  db: Db,
  page: { afterId: string | null; limit: number; lock: boolean },
): Promise<CaseRow[]> {
  const query = db
    .selectFrom('cases.case')
    .select(['id', 'number', 'version', 'lastHash', 'projection', 'applicantShort', 'locale', 'email'])
    .where('closedAt', 'is', null)
    .where('id', '>', page.afterId ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('id')
    .limit(page.limit);
  return (await (page.lock ? query.forUpdate() : query).execute()).map(toCase);
}
