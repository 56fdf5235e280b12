import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { ReportKind } from '../../complaints/index.ts';

export interface Sp4nLink {
  readonly trackingId: string;
  readonly caseId: string;
  readonly number: string;
  readonly class: ReportKind;
  readonly reportedAt: Date | null;
  readonly toldHash: string | null;
}

/** Takes the tracking id for this transaction. @returns false when it was imported before. */
export async function claimTracking(
  db: Db,
  row: {
    readonly trackingId: string;
    readonly class: ReportKind;
    readonly reportedAt: Date | null;
    readonly importedAt: Date;
  },
): Promise<boolean> {
  const inserted = await only(db, 'federation')
    .insertInto('federation.sp4n')
    .values(row)
    .onConflict((conflict) => conflict.columns(['regionId', 'trackingId']).doNothing())
    .returning('trackingId')
    .executeTakeFirst();
  return inserted !== undefined;
}
export async function linkCase(db: Db, trackingId: string, to: { caseId: string; number: string }): Promise<void> {
  await only(db, 'federation').updateTable('federation.sp4n').set(to).where('trackingId', '=', trackingId).execute();
}
/** In the order of their tracking ids; `after` is the last one of the page before. */
export async function listLinks(db: Db, after: string, limit: number): Promise<Sp4nLink[]> {
  return only(db, 'federation')
    .selectFrom('federation.sp4n')
    .select(['trackingId', 'caseId', 'number', 'class', 'reportedAt', 'toldHash'])
    .where('caseId', 'is not', null)
    .where('trackingId', '>', after)
    .orderBy('trackingId')
    .limit(limit)
    .$castTo<Sp4nLink>() // neither id nor number is null where the case is known; a constraint holds the class to its words
    .execute();
}
export async function noteTold(db: Db, trackingId: string, told: { toldHash: string; toldAt: Date }): Promise<void> {
  await only(db, 'federation').updateTable('federation.sp4n').set(told).where('trackingId', '=', trackingId).execute();
}
export async function latestReported(db: Db): Promise<Date | undefined> {
  const row = await only(db, 'federation')
    .selectFrom('federation.sp4n')
    .select((eb) => eb.fn.max('reportedAt').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}
