import type { Db } from '../../platform/context.ts';
import { jsonb, only } from '../../platform/database/index.ts';
import type { Material, PhotoKind, PlaceSource, Visit, VisitPhoto } from './types.ts';

const visitColumns = [
  'id',
  'caseId',
  'officerId',
  'unitId',
  'key',
  'visitedAt',
  'minutes',
  'work',
  'note',
  'materials',
  'at',
] as const;
// Written by insertVisit and by nobody else.
const toVisit = (row: Omit<Visit, 'materials'> & { materials: unknown }): Visit => ({
  ...row,
  materials: row.materials as readonly Material[],
});

/** @returns whether this one is new; a visit with this key of this officer stays as it is. */
export async function insertVisit(db: Db, visit: Visit): Promise<boolean> {
  const result = await only(db, 'crew')
    .insertInto('crew.visit')
    .values({ ...visit, materials: jsonb(visit.materials.map(({ what, amount, unit }) => ({ what, amount, unit }))) })
    .onConflict((conflict) => conflict.columns(['regionId', 'officerId', 'key']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
export async function findVisitByKey(db: Db, officerId: string, key: string): Promise<Visit | undefined> {
  const row = await only(db, 'crew')
    .selectFrom('crew.visit')
    .select(visitColumns)
    .where('officerId', '=', officerId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && toVisit(row);
}
export async function findVisit(db: Db, id: string): Promise<Visit | undefined> {
  const row = await only(db, 'crew')
    .selectFrom('crew.visit')
    .select(visitColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toVisit(row);
}
/** The latest first. */
export async function listVisits(db: Db, caseId: string): Promise<Visit[]> {
  const rows = await only(db, 'crew')
    .selectFrom('crew.visit')
    .select(visitColumns)
    .where('caseId', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toVisit);
}

const photoColumns = [
  'id',
  'visitId',
  'caseId',
  'key',
  'uploadId',
  'kind',
  'source',
  'lat',
  'long',
  'distanceM',
  'at',
] as const;
type StoredPhoto = Omit<VisitPhoto, 'kind' | 'source'> & { kind: string; source: string | null };
// The check constraints of the table hold these words to the types.
const toPhoto = (row: StoredPhoto): VisitPhoto => ({
  ...row,
  kind: row.kind as PhotoKind,
  source: row.source as PlaceSource | null,
});

/** @returns whether this one is new. */
export async function insertPhoto(db: Db, photo: VisitPhoto): Promise<boolean> {
  const result = await only(db, 'crew')
    .insertInto('crew.photo')
    .values(photo)
    .onConflict((conflict) => conflict.columns(['regionId', 'visitId', 'key']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
export async function listPhotos(db: Db, of: { visitId: string } | { caseId: string }): Promise<VisitPhoto[]> {
  const [column, id] = 'visitId' in of ? (['visitId', of.visitId] as const) : (['caseId', of.caseId] as const);
  const rows = await only(db, 'crew')
    .selectFrom('crew.photo')
    .select(photoColumns)
    .where(column, '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toPhoto);
}
