import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { Area } from '../../../platform/images/index.ts';

export interface Redaction {
  readonly id: string;
  readonly caseId: string;
  readonly photoId: string;
  readonly originalUpload: string;
  readonly coveredUpload: string;
  readonly areas: readonly Area[];
  readonly officerId: string | null;
  readonly at: Date;
}
export async function insertRedaction(db: Db, redaction: Redaction): Promise<void> {
  const values = { ...redaction, areas: jsonb(redaction.areas.map((area) => ({ ...area }))) };
  await only(db, 'dispatch').insertInto('dispatch.redaction').values(values).execute();
}
/** The latest of each photo. */
export async function latestRedactions(db: Db, photoIds: readonly string[]): Promise<ReadonlyMap<string, Redaction>> {
  if (photoIds.length === 0) return new Map();
  const rows = await only(db, 'dispatch')
    .selectFrom('dispatch.redaction')
    .select(['id', 'caseId', 'photoId', 'originalUpload', 'coveredUpload', 'areas', 'officerId', 'at'])
    .where('photoId', 'in', [...photoIds])
    .orderBy('at')
    .orderBy('id')
    .execute();
  // Written by this module only, as it is typed.
  return new Map(rows.map((row) => [row.photoId, { ...row, areas: row.areas as unknown as Area[] }]));
}
