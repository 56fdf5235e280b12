import type { Db } from '../../platform/context.ts';
import { only } from '../../platform/database/index.ts';
import type { Asset, ReadAsset } from './types.ts';

const columns = [
  'code',
  'kind',
  'name',
  'category',
  'ownerCode',
  'areaCode',
  'place',
  'lat',
  'long',
  'active',
] as const;

export async function findByCode(db: Db, code: string): Promise<Asset | undefined> {
  return only(db, 'assets').selectFrom('assets.asset').select(columns).where('code', '=', code).executeTakeFirst();
}

export interface AssetFilter {
  readonly kind?: string | undefined;
  readonly after?: string | undefined; // code
  readonly limit: number;
}
export async function listByCode(db: Db, { kind, after, limit }: AssetFilter): Promise<Asset[]> {
  let query = only(db, 'assets').selectFrom('assets.asset').select(columns).where('active', '=', true);
  if (kind) query = query.where('kind', '=', kind);
  if (after) query = query.where('code', '>', after);
  return query.orderBy('code').limit(limit).execute();
}

export async function countByKind(db: Db): Promise<{ kind: string; count: number }[]> {
  const rows = await only(db, 'assets')
    .selectFrom('assets.asset')
    .select(['kind', (eb) => eb.fn.countAll<string>().as('count')])
    .where('active', '=', true)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
}

/** Active ones in a box around a point; the caller measures the distance. */
export async function listInBox(
  db: Db,
  box: { south: number; north: number; west: number; east: number },
  limit: number,
): Promise<Asset[]> {
  return only(db, 'assets')
    .selectFrom('assets.asset')
    .select(columns)
    .where('active', '=', true)
    .where('lat', '>=', box.south)
    .where('lat', '<=', box.north)
    .where('long', '>=', box.west)
    .where('long', '<=', box.east)
    .limit(limit)
    .execute();
}

/** What is there under these codes, to tell what a list would change. */
export async function findMany(db: Db, codes: readonly string[]): Promise<Asset[]> {
  if (codes.length === 0) return [];
  return only(db, 'assets').selectFrom('assets.asset').select(columns).where('code', 'in', codes).execute();
}

export async function saveMany(db: Db, assets: readonly ReadAsset[], changedAt: Date): Promise<void> {
  if (assets.length === 0) return;
  await only(db, 'assets')
    .insertInto('assets.asset')
    .values(assets.map((asset) => ({ ...asset, active: true, changedAt })))
    .onConflict((conflict) =>
      conflict.columns(['regionId', 'code']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        name: eb.ref('excluded.name'),
        category: eb.ref('excluded.category'),
        ownerCode: eb.ref('excluded.ownerCode'),
        areaCode: eb.ref('excluded.areaCode'),
        place: eb.ref('excluded.place'),
        lat: eb.ref('excluded.lat'),
        long: eb.ref('excluded.long'),
        active: eb.ref('excluded.active'),
        changedAt: eb.ref('excluded.changedAt'),
      })),
    )
    .execute();
}

export async function retire(db: Db, code: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await only(db, 'assets')
    .updateTable('assets.asset')
    .set({ active: false, changedAt: at })
    .where('code', '=', code)
    .where('active', '=', true)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface ImportNote {
  readonly id: string;
  readonly at: Date;
  readonly officerId: string;
  readonly fileName: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}
export async function noteImport(db: Db, note: ImportNote): Promise<void> {
  await only(db, 'assets').insertInto('assets.import').values(note).execute();
}
export async function listImports(db: Db): Promise<ImportNote[]> {
  return only(db, 'assets')
    .selectFrom('assets.import')
    .select(['id', 'at', 'officerId', 'fileName', 'added', 'changed', 'same'])
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
}
