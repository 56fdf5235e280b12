// Candidates for "may be the same": ranked from the index alone, so that a busy corner with thousands of open problems costs a few rows.
import { type RawBuilder, sql } from 'kysely';
import { boxAround } from '../../../lib/geo/distance.ts';
import type { Db } from '../../../platform/context.ts';
import { cellsAround, likenessWeights } from '../rules.ts';
import type { Point, PublishedProblem } from '../types.ts';
import { published, statusIn } from './published.ts';

export interface Alike {
  readonly category: string | undefined;
  readonly now: Date;
  readonly limit: number;
}
const stillOpen = statusIn(['open', 'waiting']);

/** Open problems within the radius: those that are likest by distance, category and age. */
export async function selectAround(
  db: Db,
  { point, radiusM, ...alike }: Alike & { readonly point: Point; readonly radiusM: number },
): Promise<PublishedProblem[]> {
  const box = boxAround(point, radiusM);
  const ids = published(db)
    .clearSelect()
    .select('id')
    .where('cell', 'in', cellsAround(point, radiusM))
    .where(stillOpen)
    .where('lat', '>=', box.south)
    .where('lat', '<=', box.north)
    .where('long', '>=', box.west)
    .where('long', '<=', box.east)
    .orderBy(sql`${closeness(point, radiusM)} + ${sameness(alike.category)} + ${freshness(alike.now)}`, 'desc')
    .limit(alike.limit);
  return published(db).where('id', 'in', ids).execute();
}

/** Open problems of a kelurahan, when nobody knows the point: the latest, those of the category alone where one is known. */
export async function selectInArea(
  db: Db,
  { area, category, limit }: Omit<Alike, 'now'> & { readonly area: string },
): Promise<PublishedProblem[]> {
  const query = published(db).where('areaCode', '=', area).where(stillOpen);
  return (category === undefined ? query : query.where('category', '=', category))
    .orderBy('updatedAt', 'desc')
    .limit(limit)
    .execute();
}

// The same parts as the score of rules.ts has, without the words: a flat earth does for a few hundred metres.
const metresPerDegree = 111_195;
function closeness({ lat, long }: Point, radiusM: number): RawBuilder<number> {
  const wide = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  return sql<number>`${likenessWeights.close}::float8 * greatest(0, 1 - sqrt(
    power((lat - ${lat}::float8) * ${metresPerDegree}::float8, 2) + power((long - ${long}::float8) * ${wide}::float8, 2)) / ${radiusM}::float8)`;
}
function sameness(category: string | undefined): RawBuilder<number> {
  const group = category?.split('.')[0] ?? null;
  return sql<number>`${likenessWeights.same}::float8 * case when category = ${category ?? null}::text then 1
    when split_part(category, '.', 1) = ${group}::text then ${likenessWeights.sameGroup}::float8 else 0 end`;
}
function freshness(now: Date): RawBuilder<number> {
  return sql<number>`${likenessWeights.fresh}::float8 * greatest(0, 1 - extract(epoch from ${now}::timestamptz - updated_at)::float8 / ${90 * 86_400}::float8)`;
}
