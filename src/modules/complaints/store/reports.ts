import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Report, ReportFacts } from '../types.ts';

const columns = [
  'caseId',
  'number',
  'kind',
  'problemId',
  'category',
  'level',
  'lat',
  'long',
  'cell',
  'areaCode',
  'place',
  'body',
  'publicText',
  'state',
  'status',
  'unitId',
  'priority',
  'class',
  'channel',
  'reportedAt',
  'attachedAt',
  'dueAt',
  'closedAt',
  'verifierUnit',
  'offeredUnit',
  'pile',
  'stepDueAt',
  'calm',
] as const;

type Stored = Omit<Report, 'kind' | 'level' | 'priority' | 'pile'> & {
  kind: string;
  level: string;
  priority: string;
  pile: string;
};
// The check constraints of the table hold these words to the types.
const toReport = (row: Stored): Report => row as Report;

export async function insertReport(db: Db, report: Report): Promise<void> {
  await only(db, 'complaints').insertInto('complaints.report').values(report).execute();
}
export async function findReport(db: Db, caseId: string): Promise<Report | undefined> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.report')
    .select(columns)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  return row && toReport(row);
}
export async function findReportByNumber(db: Db, number: string): Promise<Report | undefined> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.report')
    .select(columns)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && toReport(row);
}
/** The first to come first. */
export async function listReports(db: Db, problemId: string): Promise<Report[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.report')
    .select(columns)
    .where('problemId', '=', problemId)
    .orderBy('reportedAt')
    .orderBy('caseId')
    .execute();
  return rows.map(toReport);
}
/** Open reports these units are working on: with the office itself, or back with its head. Those due first come first. */
export async function listInHand(db: Db, unitIds: readonly string[], limit: number): Promise<Report[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.report')
    .select(columns)
    .where('unitId', 'in', [...unitIds])
    .where('closedAt', 'is', null)
    .where('state', 'in', ['ditangani', 'naik'])
    .orderBy('dueAt')
    .orderBy('caseId')
    .limit(limit)
    .execute();
  return rows.map(toReport);
}
export async function changeReport(
  db: Db,
  caseId: string,
  change: Partial<ReportFacts & Pick<Report, 'problemId' | 'attachedAt' | 'publicText' | 'calm'>>,
): Promise<void> {
  await only(db, 'complaints').updateTable('complaints.report').set(change).where('caseId', '=', caseId).execute();
}

export interface Photo {
  readonly id: string;
  readonly caseId: string;
  readonly problemId: string | null;
  readonly uploadId: string;
  readonly publicUploadId: string | null;
  readonly kind: 'before' | 'after' | 'proof';
  readonly lat: number | null;
  readonly long: number | null;
  readonly distanceM: number | null;
  readonly position: number;
  readonly at: Date;
}
/** A photo that is there already stays as it is. */
export async function insertPhotos(db: Db, photos: readonly Photo[]): Promise<void> {
  if (photos.length === 0) return;
  await only(db, 'complaints')
    .insertInto('complaints.photo')
    .values([...photos])
    .onConflict((conflict) => conflict.columns(['regionId', 'caseId', 'uploadId', 'kind']).doNothing())
    .execute();
}
export async function movePhotos(db: Db, caseId: string, problemId: string | null): Promise<void> {
  await only(db, 'complaints')
    .updateTable('complaints.photo')
    .set({ problemId })
    .where('caseId', '=', caseId)
    .execute();
}
const photoColumns = [
  'id',
  'caseId',
  'problemId',
  'uploadId',
  'publicUploadId',
  'kind',
  'lat',
  'long',
  'distanceM',
  'position',
  'at',
] as const;
// The check constraint of the table holds the kind to the type.
const toPhoto = (row: Omit<Photo, 'kind'> & { kind: string }): Photo => row as Photo;

export async function listPhotos(db: Db, of: { problemId: string } | { caseId: string }): Promise<Photo[]> {
  const [column, id] = 'problemId' in of ? (['problemId', of.problemId] as const) : (['caseId', of.caseId] as const);
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.photo')
    .select(photoColumns)
    .where(column, '=', id)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('at')
    .execute();
  return rows.map(toPhoto);
}
export async function listPhotosOf(db: Db, caseIds: readonly string[]): Promise<Photo[]> {
  if (caseIds.length === 0) return [];
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.photo')
    .select(photoColumns)
    .where('caseId', 'in', [...caseIds])
    .orderBy('position')
    .orderBy('at')
    .execute();
  return rows.map(toPhoto);
}
export async function showPhoto(db: Db, id: string, publicUploadId: string | null): Promise<void> {
  await only(db, 'complaints').updateTable('complaints.photo').set({ publicUploadId }).where('id', '=', id).execute();
}
