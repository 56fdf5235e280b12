import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CaseRow } from '../types.ts';
import { type StoredCase, toCase } from './rows.ts';

/** Open cases whose moment has come, the longest awaited first; those another worker has in hand are left to it. */
export async function lockDueForWatch(db: Db, now: Date, limit: number): Promise<CaseRow[]> {
  const { rows } = await sql<StoredCase>`
    select id, number, version, last_hash, projection, applicant_short, locale, email from cases."case"
    where closed_at is null and next_watch_at is not null and next_watch_at <= ${now}
    order by region_id, next_watch_at limit ${limit} for update skip locked
  `.execute(db);
  return rows.map(toCase);
}

export async function setNextWatch(db: Db, id: string, nextWatchAt: Date | undefined): Promise<void> {
  await db
    .updateTable('cases.case')
    .set({ nextWatchAt: nextWatchAt ?? null })
    .where('id', '=', id)
    .execute();
}
