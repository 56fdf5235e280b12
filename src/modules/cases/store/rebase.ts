import type { Db } from '../../../platform/context.ts';

/** Open cases of a service that are not on this version, in stable order after `after`. */
export async function listOlderCases(
  db: Db,
  asked: {
    readonly service: string;
    readonly versionId: string;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ number: string }[]> {
  return db
    .selectFrom('cases.case')
    .select('number')
    .where('service', '=', asked.service)
    .where('versionId', '<>', asked.versionId)
    .where('closedAt', 'is', null)
    .where('number', '>', asked.after ?? '')
    .orderBy('number')
    .limit(asked.limit)
    .execute();
}

/** The searchable column follows the event; the caller holds the lock. */
export async function saveVersionId(db: Db, id: string, versionId: string): Promise<void> {
  await db.updateTable('cases.case').set({ versionId }).where('id', '=', id).execute();
}
