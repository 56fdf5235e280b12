import { sql } from 'kysely';
import { ServiceDefinition } from '../../../definition/schema.ts';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { ServiceEntry, ServiceVersion, VersionLine } from '../types.ts';

const columns = ['id', 'service', 'version', 'hash', 'publishedAt', 'definition'] as const;
type Row = { id: string; service: string; version: number; hash: string; publishedAt: Date; definition: unknown };

function toVersion(row: Row): ServiceVersion {
  // Parsed again on purpose: a version written by an older program gets the defaults of today's schema.
  return { ...row, definition: ServiceDefinition.parse(row.definition) };
}

export async function findVersion(db: Db, id: string): Promise<ServiceVersion | undefined> {
  const row = await only(db, 'catalogue')
    .selectFrom('catalogue.serviceVersion')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toVersion(row);
}
export async function listVersions(db: Db, ids: readonly string[]): Promise<ServiceVersion[]> {
  if (ids.length === 0) return [];
  const rows = await only(db, 'catalogue')
    .selectFrom('catalogue.serviceVersion')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toVersion);
}
export async function findCurrentId(db: Db, slug: string): Promise<string | undefined> {
  const row = await only(db, 'catalogue')
    .selectFrom('catalogue.service')
    .select('versionId')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.versionId;
}
const lineColumns = ['id', 'service', 'version', 'hash', 'publishedAt', 'publishedBy'] as const;

/** Every version ever made, the newest first. */
export async function listVersionLines(db: Db, service: string): Promise<VersionLine[]> {
  return only(db, 'catalogue')
    .selectFrom('catalogue.serviceVersion')
    .select(lineColumns)
    .where('service', '=', service)
    .orderBy('version', 'desc')
    .execute();
}
/** The version in force without its content. The service is locked, so that two publications come one after the other. */
export async function lockInForce(db: Db, slug: string): Promise<VersionLine | undefined> {
  const row = await only(db, 'catalogue')
    .selectFrom('catalogue.service')
    .select('versionId')
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  return only(db, 'catalogue')
    .selectFrom('catalogue.serviceVersion')
    .select(lineColumns)
    .where('id', '=', row.versionId)
    .executeTakeFirst();
}
export async function insertVersion(db: Db, fresh: ServiceVersion & { publishedBy: string }): Promise<void> {
  await only(db, 'catalogue')
    .insertInto('catalogue.serviceVersion')
    .values({ ...fresh, definition: sql`${JSON.stringify(fresh.definition)}::jsonb` })
    .execute();
}

export async function upsertService(
  db: Db,
  entry: ServiceEntry & { titleId: string; searchText: string },
): Promise<void> {
  const { slug, lifeEvents, ...rest } = entry;
  const changing = { ...rest, lifeEvents: [...lifeEvents] };
  await only(db, 'catalogue')
    .insertInto('catalogue.service')
    .values({ slug, ...changing })
    .onConflict((conflict) => conflict.columns(['regionId', 'slug']).doUpdateSet(changing))
    .execute();
}
export async function listEntries(db: Db): Promise<ServiceEntry[]> {
  return only(db, 'catalogue')
    .selectFrom('catalogue.service')
    .select(['slug', 'versionId', 'sector', 'unitCode', 'unitKind', 'lifeEvents', 'popularity'])
    .orderBy('popularity', 'desc')
    .orderBy('slug')
    .execute();
}
export async function bumpRevision(db: Db): Promise<void> {
  await only(db, 'catalogue')
    .insertInto('catalogue.revision')
    .values({ number: 1 })
    .onConflict((conflict) => conflict.column('regionId').doUpdateSet({ number: sql`revision.number + 1` }))
    .execute();
}
export async function readRevision(db: Db): Promise<number> {
  const row = await only(db, 'catalogue').selectFrom('catalogue.revision').select('number').executeTakeFirst();
  return Number(row?.number ?? 0);
}
