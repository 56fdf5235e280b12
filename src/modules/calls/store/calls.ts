import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import { type Call, type CallEvent, callEvents } from '../types.ts';

const columns = [
  'id',
  'officerId',
  'callerHash',
  'callerTail',
  'cases',
  'verified',
  'verifiedAt',
  'startedAt',
  'endedAt',
  'summary',
] as const;

export async function insertCall(db: Db, call: Call): Promise<void> {
  const { cases, verified, ...rest } = call;
  await only(db, 'calls')
    .insertInto('calls.call')
    .values({ ...rest, cases: [...cases], verified: [...verified] })
    .execute();
}
export async function findCall(db: Db, id: string): Promise<Call | undefined> {
  return only(db, 'calls').selectFrom('calls.call').select(columns).where('id', '=', id).executeTakeFirst();
}
export async function markVerified(db: Db, id: string, cases: readonly string[], at: Date): Promise<void> {
  await only(db, 'calls')
    .updateTable('calls.call')
    .set({ verified: [...cases], verifiedAt: at })
    .where('id', '=', id)
    .execute();
}
export async function endCallRow(db: Db, id: string, at: Date, summary: string): Promise<void> {
  await only(db, 'calls')
    .updateTable('calls.call')
    .set({ endedAt: at, summary, cases: [], verified: [], verifiedAt: null })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}
export interface Miss {
  readonly id: string;
  readonly callId: string;
  readonly callerHash: string;
  readonly officerId: string;
  readonly at: Date;
}
export async function insertMiss(db: Db, miss: Miss): Promise<void> {
  await only(db, 'calls').insertInto('calls.miss').values(miss).execute();
}
/** Misses of this number since then: of any call, and of this one. */
export async function countMisses(
  db: Db,
  of: { callerHash: string; callId: string; since: Date },
): Promise<{ hour: number; call: number }> {
  const rows = await only(db, 'calls')
    .selectFrom('calls.miss')
    .select('callId')
    .where('callerHash', '=', of.callerHash)
    .where('at', '>', of.since)
    .limit(100)
    .execute();
  return { hour: rows.length, call: rows.filter((row) => row.callId === of.callId).length };
}

export interface Incoming {
  readonly id: string;
  readonly exchangeId: string;
  readonly callerHash: string;
  readonly callerTail: string;
  readonly cases: readonly string[];
  readonly state: CallEvent;
  readonly at: Date;
}
/** The latest word about a call; the exchange may say the same twice. */
export async function keepIncoming(db: Db, incoming: Incoming): Promise<void> {
  await only(db, 'calls')
    .insertInto('calls.incoming')
    .values({ ...incoming, cases: [...incoming.cases] })
    .onConflict((conflict) =>
      conflict.constraint('incoming_exchange_key').doUpdateSet({ state: incoming.state, at: incoming.at }),
    )
    .execute();
}
export async function listIncoming(db: Db, since: Date): Promise<Incoming[]> {
  const rows = await only(db, 'calls')
    .selectFrom('calls.incoming')
    .select(['id', 'exchangeId', 'callerHash', 'callerTail', 'cases', 'state', 'at'])
    .where('at', '>', since)
    .where('state', '!=', 'selesai')
    .orderBy('at', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => ({ ...row, state: callEvents.find((event) => event === row.state) ?? 'masuk' }));
}
export async function removeOldIncoming(db: Db, before: Date): Promise<void> {
  await only(db, 'calls').deleteFrom('calls.incoming').where('at', '<', before).execute();
}
