// What happened to reports besides the events of their cases: joining, custody, the question whether it was really done.
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';

export interface Attachment {
  readonly id: string;
  readonly caseId: string;
  readonly problemId: string;
  readonly fromProblemId: string | null;
  readonly what: 'joined' | 'undone';
  readonly reason: string | null;
  readonly officerId: string | null;
  readonly at: Date;
}
export async function insertAttachment(db: Db, attachment: Attachment): Promise<void> {
  await only(db, 'complaints').insertInto('complaints.attachment').values(attachment).execute();
}
/** The latest first. */
export async function listAttachments(db: Db, caseId: string): Promise<Attachment[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.attachment')
    .select(['id', 'caseId', 'problemId', 'fromProblemId', 'what', 'reason', 'officerId', 'at'])
    .where('caseId', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, what: row.what === 'joined' ? 'joined' : 'undone' }));
}

export interface Custody {
  readonly id: string;
  readonly caseId: string;
  readonly fromUnit: string;
  readonly toUnit: string;
  readonly what: 'assigned' | 'offered' | 'accepted' | 'refused' | 'returned' | 'recalled';
  readonly reason: string | null;
  readonly officerId: string | null;
  readonly at: Date;
}
export async function insertCustody(db: Db, custody: Custody): Promise<void> {
  await only(db, 'complaints').insertInto('complaints.custody').values(custody).execute();
}
export async function listCustody(db: Db, caseId: string): Promise<Custody[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.custody')
    .select(['id', 'caseId', 'fromUnit', 'toUnit', 'what', 'reason', 'officerId', 'at'])
    .where('caseId', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, what: row.what as Custody['what'] }));
}

export interface Asked {
  readonly id: string;
  readonly caseId: string;
  readonly problemId: string | null;
  readonly what: 'asked' | 'yes' | 'no' | 'silence' | 'inspect' | 'inspected-good' | 'inspected-bad';
  readonly channel: string | null;
  readonly note: string | null;
  readonly at: Date;
}
export async function insertAsked(db: Db, asked: Asked): Promise<void> {
  await only(db, 'complaints').insertInto('complaints.asked').values(asked).execute();
}
/** Cases drawn for another look that nobody has had yet, of those these units' verifiers sort. */
export async function listWaitingInspections(db: Db, units: readonly string[], limit: number): Promise<string[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.asked as a')
    .innerJoin('complaints.report as r', 'r.caseId', 'a.caseId')
    .select('a.caseId')
    .where('a.what', '=', 'inspect')
    .where('r.verifierUnit', 'in', [...units])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('complaints.asked as b')
            .select('b.id')
            .whereRef('b.caseId', '=', 'a.caseId')
            .where('b.what', 'in', ['inspected-good', 'inspected-bad']),
        ),
      ),
    )
    .orderBy('a.at')
    .limit(limit)
    .execute();
  return rows.map(({ caseId }) => caseId);
}
export async function listAsked(db: Db, caseId: string): Promise<Asked[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.asked')
    .select(['id', 'caseId', 'problemId', 'what', 'channel', 'note', 'at'])
    .where('caseId', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, what: row.what as Asked['what'] }));
}
