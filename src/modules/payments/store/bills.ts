import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Bill, BillState } from '../types.ts';

const columns = [
  'id',
  'number',
  'caseId',
  'caseNumber',
  'service',
  'unitId',
  'amount',
  'legal',
  'derivation',
  'accountCode',
  'madeAt',
  'expiresAt',
  'state',
  'virtualAccount',
  'qrContent',
  'vaReady',
  'paidAt',
] as const;

function bills(db: Db) {
  return only(db, 'payments').selectFrom('payments.bill').select(columns);
}
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof bills>['executeTakeFirst']>>>;

// State and derivation are written by this module only; bigint comes as text.
function toBill(row: Row): Bill {
  return {
    ...row,
    amount: Number(row.amount),
    state: row.state as BillState,
    derivation: row.derivation as unknown as Bill['derivation'],
  };
}

/** The next number of a year. The row stays locked until the caller's transaction ends: no gaps, no doubles. */
export async function takeSequence(db: Db, kind: 'bill' | 'receipt', year: number): Promise<number> {
  const row = await only(db, 'payments')
    .insertInto('payments.counter')
    .values({ kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['regionId', 'kind', 'year']).doUpdateSet({ last: sql<number>`counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function insertBill(db: Db, bill: Bill): Promise<void> {
  const derivation = sql<string>`${JSON.stringify(bill.derivation)}::json`;
  await only(db, 'payments')
    .insertInto('payments.bill')
    .values({ ...bill, derivation })
    .execute();
}

export async function findBill(db: Db, id: string): Promise<Bill | undefined> {
  const row = await bills(db).where('id', '=', id).executeTakeFirst();
  return row && toBill(row);
}

/** Locks the row: whoever judges a payment decides alone. */
export async function lockBill(db: Db, id: string): Promise<Bill | undefined> {
  const row = await bills(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toBill(row);
}

export async function findByAccount(db: Db, virtualAccount: string): Promise<Bill | undefined> {
  const row = await bills(db).where('virtualAccount', '=', virtualAccount).executeTakeFirst();
  return row && toBill(row);
}

/** The bill of a case that counts: the latest that was not cancelled. */
export async function findByCase(db: Db, caseId: string): Promise<Bill | undefined> {
  const row = await bills(db)
    .where('caseId', '=', caseId)
    .where('state', '!=', 'cancelled')
    .orderBy('madeAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toBill(row);
}

export async function openBillsOf(db: Db, caseId: string): Promise<Bill[]> {
  const rows = await bills(db).where('caseId', '=', caseId).where('state', '=', 'open').execute();
  return rows.map(toBill);
}

export async function setState(db: Db, id: string, state: BillState, paidAt: Date | null = null): Promise<void> {
  await only(db, 'payments').updateTable('payments.bill').set({ state, paidAt }).where('id', '=', id).execute();
}

export async function setCode(db: Db, id: string, code: { content: string; reference: string }): Promise<void> {
  await only(db, 'payments')
    .updateTable('payments.bill')
    .set({ qrContent: code.content, qrReference: code.reference })
    .where('id', '=', id)
    .execute();
}

export async function setAccountReady(db: Db, id: string): Promise<void> {
  await only(db, 'payments').updateTable('payments.bill').set({ vaReady: true }).where('id', '=', id).execute();
}

export interface BillFilter {
  readonly state?: BillState | undefined;
  readonly search?: string | undefined; // part of a bill or case number
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Newest first; one more than `limit` tells that there are more. */
export async function listBills(db: Db, filter: BillFilter, page: { limit: number; offset: number }): Promise<Bill[]> {
  let query = bills(db);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.from) query = query.where('madeAt', '>=', filter.from);
  if (filter.until) query = query.where('madeAt', '<', filter.until);
  if (filter.search) {
    const part = `%${filter.search.replace(/[%_\\]/g, '\\$&')}%`;
    query = query.where((or) => or.or([or('number', 'ilike', part), or('caseNumber', 'ilike', part)]));
  }
  const rows = await query.orderBy('madeAt', 'desc').limit(page.limit).offset(page.offset).execute();
  return rows.map(toBill);
}
