import type { Db } from '../../platform/context.ts';
import { only } from '../../platform/database/index.ts';
import type { Upload } from './types.ts';

const columns = ['id', 'sha256', 'mediaType', 'size', 'fileName', 'createdAt', 'attachedAt', 'coveredBy'] as const;

export async function insertUpload(db: Db, upload: Upload): Promise<void> {
  await only(db, 'documents').insertInto('documents.upload').values(upload).execute();
}
export async function findUploads(db: Db, ids: readonly string[]): Promise<Upload[]> {
  if (ids.length === 0) return [];
  return only(db, 'documents')
    .selectFrom('documents.upload')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute();
}
export async function markAttached(db: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await only(db, 'documents')
    .updateTable('documents.upload')
    .set({ attachedAt: at })
    .where('id', 'in', [...ids])
    .where('attachedAt', 'is', null)
    .execute();
}
export async function setCoveredBy(db: Db, id: string, coveredBy: string): Promise<void> {
  await only(db, 'documents').updateTable('documents.upload').set({ coveredBy }).where('id', '=', id).execute();
}
/** Unattached uploads older than `before`, oldest first. */
export async function listForgotten(db: Db, before: Date, limit: number): Promise<Upload[]> {
  return only(db, 'documents')
    .selectFrom('documents.upload')
    .select(columns)
    .where('attachedAt', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .limit(limit)
    .execute();
}
/** Removes the row unless somebody attached it meanwhile. @returns whether it went, and whether its bytes are still needed. */
export async function removeUpload(db: Db, upload: Upload): Promise<{ removed: boolean; bytesNeeded: boolean }> {
  const gone = await only(db, 'documents')
    .deleteFrom('documents.upload')
    .where('id', '=', upload.id)
    .where('attachedAt', 'is', null)
    .executeTakeFirst();
  const other = await only(db, 'documents')
    .selectFrom('documents.upload')
    .select('id')
    .where('sha256', '=', upload.sha256)
    .limit(1)
    .executeTakeFirst();
  return { removed: gone.numDeletedRows > 0n, bytesNeeded: other !== undefined };
}
