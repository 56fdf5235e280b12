import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CaseEvent, CaseRow, HistoryEvent } from '../types.ts';
import { type StoredEvent, toCase, toEvent } from './rows.ts';

const columns = ['id', 'number', 'version', 'lastHash', 'projection', 'applicantShort', 'locale', 'email'] as const;

export async function findByNumber(db: Db, number: string): Promise<CaseRow | undefined> {
  const row = await db.selectFrom('cases.case').select(columns).where('number', '=', number).executeTakeFirst();
  return row && toCase(row);
}
export async function findById(db: Db, id: string): Promise<CaseRow | undefined> {
  const row = await db.selectFrom('cases.case').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toCase(row);
}
export async function findByTracking(db: Db, trackingHash: string): Promise<CaseRow | undefined> {
  const row = await db
    .selectFrom('cases.case')
    .select(columns)
    .where('trackingHash', '=', trackingHash)
    .executeTakeFirst();
  return row && toCase(row);
}
export async function findBySubmission(db: Db, submissionKey: string): Promise<CaseRow | undefined> {
  const row = await db
    .selectFrom('cases.case')
    .select(columns)
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirst();
  return row && toCase(row);
}
export async function findByNumberAndPhone(db: Db, number: string, phoneTail: string): Promise<CaseRow | undefined> {
  const query = db
    .selectFrom('cases.case')
    .select(columns)
    .where('number', '=', number)
    .where('phoneTail', '=', phoneTail);
  const row = await query.executeTakeFirst();
  return row && toCase(row);
}

export async function listOpenByPhoneTail(db: Db, phoneTail: string, limit: number): Promise<CaseRow[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select(columns)
    .where('phoneTail', '=', phoneTail)
    .where('closedAt', 'is', null)
    .orderBy('submittedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toCase);
}
export async function listByPerson(db: Db, personHash: string, limit: number): Promise<CaseRow[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select(columns)
    .where('personHash', '=', personHash)
    .orderBy('submittedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toCase);
}
export async function listByIds(db: Db, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('cases.case')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toCase);
}

/** Locks the case for this transaction; whoever comes second waits, then sees the new state. */
export async function lockCase(db: Db, number: string): Promise<CaseRow | undefined> {
  const row = await db
    .selectFrom('cases.case')
    .select(columns)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  return row && toCase(row);
}

export async function listEvents(db: Db, caseId: string): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('cases.event')
    .select([
      'seq',
      'at',
      'kind',
      'actorKind',
      'actorId',
      'actorRole',
      'actorUnitId',
      'actorDelegation',
      'channel',
      'requestId',
      'data',
      'prevHash',
      'hash',
    ])
    .where('caseId', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => toEvent(row satisfies StoredEvent));
}

/** The events without what was submitted: most of the bytes, none of the history. */
export async function listHistory(db: Db, caseId: string): Promise<HistoryEvent[]> {
  const rows = await db
    .selectFrom('cases.event')
    .select([
      'seq',
      'at',
      'kind',
      'actorKind',
      'actorId',
      'actorRole',
      'actorUnitId',
      'actorDelegation',
      'channel',
      'requestId',
    ])
    .select(['prevHash', 'hash', sql<unknown>`case when kind = 'submitted' then null else data end`.as('data')])
    .where('caseId', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows.map(toEvent);
}

/** True when this command was already carried out on this case (by this officer, when one is named). */
export async function hasRequest(db: Db, caseId: string, requestId: string, actorId?: string): Promise<boolean> {
  const done = db
    .selectFrom('cases.event')
    .select('seq')
    .where('caseId', '=', caseId)
    .where('requestId', '=', requestId)
    .limit(1);
  const row = await (actorId === undefined ? done : done.where('actorId', '=', actorId)).executeTakeFirst();
  return row !== undefined;
}

/** When this officer's command was carried out on this case. */
export async function findRequestTime(
  db: Db,
  caseId: string,
  requestId: string,
  actorId: string,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('cases.event')
    .select('at')
    .where('caseId', '=', caseId)
    .where('requestId', '=', requestId)
    .where('actorId', '=', actorId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** Cases whose time for completing has passed, oldest first. */
export async function listLapsed(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select('number')
    .where('closedAt', 'is', null)
    .where('lapseAt', 'is not', null)
    .where('lapseAt', '<=', now)
    .orderBy('lapseAt')
    .limit(limit)
    .execute();
  return rows.map((row) => row.number);
}

/** Case ids in stable order after `after`, for walking the whole table (`verify`). */
export async function listCaseIds(db: Db, after: string | undefined, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select('id')
    .where('id', '>', after ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** The searchable columns, for comparing with the events. */
export async function findColumns(db: Db, id: string): Promise<object | undefined> {
  return db
    .selectFrom('cases.case')
    .select(['unitId', 'state', 'status', 'waitsFor', 'dueAt', 'lapseAt', 'closedAt', 'expiresAt', 'noted'])
    .where('id', '=', id)
    .executeTakeFirst();
}
export async function listTaskRows(db: Db, caseId: string): Promise<object[]> {
  return db
    .selectFrom('cases.task')
    .select(['id', 'key', 'role', 'unitId', 'assignee', 'closedAt', 'silent'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
}
