import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { JsonValue } from '../../../platform/database/tables.generated.ts';
import { PartnerEntry } from '../types.ts';
import type { TheirService } from '../wire/read.ts';

/** What the region's file says takes the place of what it said before. */
export async function replacePartners(db: Db, entries: readonly PartnerEntry[]): Promise<void> {
  await only(db, 'federation').deleteFrom('federation.partner').execute();
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ unitCode: entry.unit, entry: jsonb(entry) }));
  await only(db, 'federation').insertInto('federation.partner').values(rows).execute();
}
export async function findPartner(db: Db, unitCode: string): Promise<PartnerEntry | undefined> {
  const row = await only(db, 'federation')
    .selectFrom('federation.partner')
    .select('entry')
    .where('unitCode', '=', unitCode)
    .executeTakeFirst();
  return row && PartnerEntry.parse(row.entry);
}
export async function listPartners(db: Db): Promise<PartnerEntry[]> {
  const rows = await only(db, 'federation')
    .selectFrom('federation.partner')
    .select('entry')
    .orderBy('unitCode')
    .execute();
  return rows.map(({ entry }) => PartnerEntry.parse(entry));
}

export interface Learnt {
  readonly unitCode: string;
  readonly services: readonly TheirService[];
  readonly format: 'xml' | 'json';
  readonly givesUpdates: boolean;
  readonly updatesUntil: Date | null;
  readonly checkedAt: Date;
  readonly troubleCode: string | null;
  readonly troubleText: string | null;
}
export async function findLearnt(db: Db, unitCode: string): Promise<Learnt | undefined> {
  const row = await only(db, 'federation')
    .selectFrom('federation.learnt')
    .select([
      'unitCode',
      'services',
      'format',
      'givesUpdates',
      'updatesUntil',
      'checkedAt',
      'troubleCode',
      'troubleText',
    ])
    .where('unitCode', '=', unitCode)
    .executeTakeFirst();
  // Written by `saveLearnt` only, from the same type.
  return row && { ...row, services: row.services as unknown as TheirService[], format: row.format as 'xml' | 'json' };
}
export async function saveLearnt(db: Db, learnt: Omit<Learnt, 'updatesUntil'>): Promise<void> {
  const { unitCode, services, ...rest } = learnt;
  // The type of the services is plain JSON; an interface only has no index signature to say so.
  const values = { ...rest, services: jsonb<JsonValue>(services as unknown as JsonValue) };
  await only(db, 'federation')
    .insertInto('federation.learnt')
    .values({ unitCode, ...values })
    .onConflict((conflict) => conflict.columns(['regionId', 'unitCode']).doUpdateSet(values))
    .execute();
}
export async function noteUpdatesUntil(db: Db, unitCode: string, updatesUntil: Date): Promise<void> {
  await only(db, 'federation')
    .updateTable('federation.learnt')
    .set({ updatesUntil })
    .where('unitCode', '=', unitCode)
    .execute();
}
