import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Watch } from '../types.ts';

const columns = ['officerId', 'caseId', 'addedBy', 'seenVersion', 'at'] as const;

/** Watching begins, or begins again; who watches already goes on as before. */
export async function insertWatch(db: Db, watch: Watch): Promise<void> {
  const { addedBy, seenVersion, at } = watch;
  await only(db, 'dossier')
    .insertInto('dossier.watch')
    .values(watch)
    .onConflict((conflict) =>
      conflict
        .columns(['regionId', 'officerId', 'caseId'])
        .doUpdateSet({ addedBy, seenVersion, at, endedAt: null })
        .where(sql`watch.ended_at`, 'is not', null),
    )
    .execute();
}
export async function endWatch(db: Db, of: { officerId: string; caseId: string }, at: Date): Promise<void> {
  await only(db, 'dossier')
    .updateTable('dossier.watch')
    .set({ endedAt: at })
    .where('officerId', '=', of.officerId)
    .where('caseId', '=', of.caseId)
    .where('endedAt', 'is', null)
    .execute();
}
export async function markSeen(db: Db, of: { officerId: string; caseId: string }, version: number): Promise<void> {
  await only(db, 'dossier')
    .updateTable('dossier.watch')
    .set({ seenVersion: version })
    .where('officerId', '=', of.officerId)
    .where('caseId', '=', of.caseId)
    .where('endedAt', 'is', null)
    .where('seenVersion', '<', version)
    .execute();
}
/** The latest begun first. */
export async function listWatchesOf(db: Db, officerId: string, limit: number): Promise<Watch[]> {
  return only(db, 'dossier')
    .selectFrom('dossier.watch')
    .select(columns)
    .where('officerId', '=', officerId)
    .where('endedAt', 'is', null)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}
/** The earliest begun first. */
export async function listWatchesOn(db: Db, caseId: string): Promise<Watch[]> {
  return only(db, 'dossier')
    .selectFrom('dossier.watch')
    .select(columns)
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .orderBy('at')
    .orderBy('officerId')
    .execute();
}
