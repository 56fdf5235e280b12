import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Delegation, DelegationKind } from '../delegation/rules.ts';

const own = (db: Db) => only(db, 'identity');
const day = (column: 'first_day' | 'last_day' | 'instrument_date') =>
  sql<string>`${sql.ref(`delegation.${column}`)}::text`;

/** All of the region, newest first; a few hundred in the life of an office. */
export async function listDelegations(db: Db): Promise<Delegation[]> {
  const rows = await own(db)
    .selectFrom('identity.delegation as delegation')
    .leftJoin('identity.delegationEnd as end', (join) =>
      join.onRef('end.regionId', '=', 'delegation.regionId').onRef('end.delegationId', '=', 'delegation.id'),
    )
    .select(['id', 'kind', 'unitId', 'role', 'post', 'fromOfficerId', 'toOfficerId'])
    .select(['instrumentNumber', 'instrumentText', 'recordedBy', 'recordedAt', 'end.endedAt', 'end.reason'])
    .select([
      day('first_day').as('firstDay'),
      day('last_day').as('lastDay'),
      day('instrument_date').as('instrumentDate'),
    ])
    .orderBy('delegation.firstDay', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ instrumentNumber, instrumentDate, instrumentText, reason, ...row }) => ({
    ...row,
    kind: row.kind as DelegationKind, // the table's check constraint
    fromOfficerId: row.fromOfficerId ?? undefined,
    instrument: { number: instrumentNumber, date: instrumentDate, text: instrumentText },
    endedAt: row.endedAt ?? undefined,
    endReason: reason ?? undefined,
  }));
}

export async function insertDelegation(db: Db, delegation: Omit<Delegation, 'endedAt' | 'endReason'>): Promise<void> {
  const { instrument, fromOfficerId, ...columns } = delegation;
  await own(db)
    .insertInto('identity.delegation')
    .values({
      ...columns,
      fromOfficerId: fromOfficerId ?? null,
      instrumentNumber: instrument.number,
      instrumentDate: instrument.date,
      instrumentText: instrument.text,
    })
    .execute();
}

/** @returns false when it was ended before. */
export async function insertDelegationEnd(
  db: Db,
  end: { delegationId: string; endedAt: Date; endedBy: string; reason: string },
): Promise<boolean> {
  const row = await own(db)
    .insertInto('identity.delegationEnd')
    .values(end)
    .onConflict((conflict) => conflict.columns(['regionId', 'delegationId']).doNothing())
    .returning('delegationId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Two that are recorded at the same moment wait for each other, so that they cannot overlap. */
export async function lockDelegations(db: Db, regionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.delegation:${regionId}`}, 0))`.execute(db);
}
