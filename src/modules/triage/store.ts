import type { Db } from '../../platform/context.ts';
import { jsonb, only } from '../../platform/database/index.ts';
import type { JsonObject } from '../../platform/database/tables.generated.ts';
import type { Content, Training } from './types.ts';

export async function saveContent(db: Db, content: { revision: string; body: Content; loadedAt: Date }): Promise<void> {
  const { revision, loadedAt } = content;
  const body = jsonb<JsonObject>(content.body as unknown as JsonObject);
  await only(db, 'triage')
    .insertInto('triage.content')
    .values({ revision, body, loadedAt })
    .onConflict((conflict) => conflict.column('regionId').doUpdateSet({ revision, body, loadedAt }))
    .execute();
}
export async function findRevision(db: Db): Promise<string | undefined> {
  const row = await only(db, 'triage').selectFrom('triage.content').select('revision').executeTakeFirst();
  return row?.revision;
}
export async function findContent(db: Db): Promise<{ body: Content; loadedAt: Date } | undefined> {
  const row = await only(db, 'triage').selectFrom('triage.content').select(['body', 'loadedAt']).executeTakeFirst();
  return row && { body: row.body as unknown as Content, loadedAt: row.loadedAt };
}

export interface Label {
  readonly id: string;
  readonly text: string;
  readonly category: string;
  readonly guessed: string | null;
  readonly officerId: string | null;
  readonly at: Date;
}
export async function insertLabel(db: Db, label: Label): Promise<void> {
  await only(db, 'triage').insertInto('triage.label').values(label).execute();
}
/** The oldest `limit` corrected texts. */
export async function listLabels(db: Db, limit: number): Promise<{ text: string; category: string }[]> {
  return only(db, 'triage')
    .selectFrom('triage.label')
    .select(['text', 'category'])
    .orderBy('id')
    .limit(limit)
    .execute();
}
export async function countLabels(db: Db): Promise<number> {
  const row = await only(db, 'triage')
    .selectFrom('triage.label')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

const columns = ['id', 'at', 'revision', 'labels', 'texts', 'firstRight', 'thirdRight', 'used'] as const;
export async function insertTraining(db: Db, training: Training): Promise<void> {
  await only(db, 'triage').insertInto('triage.training').values(training).execute();
}
export async function listTrainings(db: Db, limit: number): Promise<Training[]> {
  return only(db, 'triage').selectFrom('triage.training').select(columns).orderBy('id', 'desc').limit(limit).execute();
}
/** The training whose texts are in use for this content. */
export async function findUsed(db: Db, revision: string): Promise<Training | undefined> {
  return only(db, 'triage')
    .selectFrom('triage.training')
    .select(columns)
    .where('revision', '=', revision)
    .where('used', '=', true)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
