import type { LocalDate } from '../../../lib/dates/local-date.ts';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';

export interface Duty {
  readonly day: LocalDate;
  readonly officerId: string;
  readonly phone: string;
}
const own = (db: Db) => only(db, 'hotline');

export async function listDuty(db: Db, from: LocalDate, until: LocalDate): Promise<Duty[]> {
  return own(db)
    .selectFrom('hotline.duty')
    .select(['day', 'officerId', 'phone'])
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .orderBy('officerId')
    .execute();
}
/** Whoever is written down twice for one night is there once, with the latest number. */
export async function saveDuty(db: Db, duty: Duty): Promise<void> {
  await own(db)
    .insertInto('hotline.duty')
    .values(duty)
    .onConflict((conflict) => conflict.columns(['regionId', 'day', 'officerId']).doUpdateSet({ phone: duty.phone }))
    .execute();
}
export async function removeDuty(db: Db, { day, officerId }: Omit<Duty, 'phone'>): Promise<void> {
  await own(db).deleteFrom('hotline.duty').where('day', '=', day).where('officerId', '=', officerId).execute();
}
