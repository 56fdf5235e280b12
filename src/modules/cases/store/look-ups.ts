import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export interface DueLookUp {
  readonly caseId: string;
  readonly tries: number; // this one included
}

/** Takes cases registers are due to be asked about, until `leasedUntil`: whoever dies on the way leaves them to the next. */
export async function takeDue(db: Db, now: Date, leasedUntil: Date, limit: number): Promise<DueLookUp[]> {
  const { rows } = await sql<DueLookUp>`
    update cases."case" set look_up_at = ${leasedUntil}, look_up_tries = look_up_tries + 1
    where (region_id, id) in (
      select region_id, id from cases."case" where look_up_at is not null and look_up_at <= ${now}
      order by region_id, look_up_at limit ${limit} for update skip locked)
    returning id as case_id, look_up_tries as tries
  `.execute(db);
  return rows;
}

/** When registers are asked next about this case; undefined: no more. `afresh` counts the tries from nothing. */
export async function setLookUp(db: Db, id: string, at: Date | undefined, afresh: boolean): Promise<void> {
  await db
    .updateTable('cases.case')
    .set({ lookUpAt: at ?? null, ...(afresh ? { lookUpTries: 0 } : {}) })
    .where('id', '=', id)
    .execute();
}
