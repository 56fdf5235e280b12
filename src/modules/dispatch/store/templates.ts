import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly active: boolean;
}
export async function listTemplates(db: Db): Promise<Template[]> {
  return only(db, 'dispatch')
    .selectFrom('dispatch.template')
    .select(['id', 'title', 'body', 'active'])
    .orderBy('title')
    .orderBy('id')
    .execute();
}
export async function saveTemplate(
  db: Db,
  template: Template & { readonly changedAt: Date; readonly changedBy: string | null },
): Promise<void> {
  const { title, body, active, changedAt, changedBy } = template;
  await only(db, 'dispatch')
    .insertInto('dispatch.template')
    .values(template)
    .onConflict((conflict) =>
      conflict.columns(['regionId', 'id']).doUpdateSet({ title, body, active, changedAt, changedBy }),
    )
    .execute();
}
