// The public side reads nothing but the published views.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import { cellsIn } from '../rules.ts';
import type { ClosedHow, ProblemStatus, PublicFilter, PublishedPhoto, PublishedProblem } from '../types.ts';

const columns = [
  'id',
  'code',
  'title',
  'text',
  'category',
  'unitId',
  'areaCode',
  'place',
  'lat',
  'long',
  'status',
  'priority',
  'reports',
  'supporters',
  'openedAt',
  'updatedAt',
  'dueAt',
  'closedAt',
  'closedHow',
  'reopened',
] as const;

type Select = ReturnType<typeof published>;
// A view's columns are nullable to the generator; those of the table behind it are not.
export const published = (db: Db) =>
  only(db, 'complaints').selectFrom('complaints.publishedProblem').select(columns).$castTo<PublishedProblem>();

/** Written out, not as parameters: only then is the index of open problems used. */
export function statusIn(status: readonly ProblemStatus[]): RawBuilder<boolean> {
  return sql<boolean>`status in (${sql.join(status.map((one) => sql.lit(one)))})`;
}
const cellsAtMost = 600; // a box of more squares holds so many problems that the latest are found soon without them
const foundAtMost = 1000; // problems that hold the words; more are common words

function narrowed(query: Select, filter: PublicFilter): Select {
  const { category, area, unitId, status, from, until, box } = filter;
  let narrow = query;
  if (category !== undefined)
    narrow = narrow.where(category.includes('.') ? 'category' : 'categoryGroup', '=', category);
  if (area !== undefined) narrow = narrow.where('areaCode', '=', area);
  if (unitId !== undefined) narrow = narrow.where('unitId', '=', unitId);
  if (status !== undefined && status.length > 0) narrow = narrow.where(statusIn(status));
  if (from) narrow = narrow.where('openedAt', '>=', from);
  if (until) narrow = narrow.where('openedAt', '<', until);
  const cells = box && cellsIn(box, cellsAtMost);
  if (cells) narrow = narrow.where('cell', 'in', cells);
  if (box)
    narrow = narrow
      .where('lat', '>=', box.south)
      .where('lat', '<=', box.north)
      .where('long', '>=', box.west)
      .where('long', '<=', box.east);
  return narrow;
}

/** Words of a few problems are looked up, words of many are met soon on the way through the latest. */
async function withWords(db: Db, query: Select, text: string | undefined): Promise<Select> {
  if (text === undefined || text.trim() === '') return query;
  const counted = await sql<{
    held: number;
  }>`select complaints.count_published(${text}, ${foundAtMost + 1}) as held`.execute(db);
  return (counted.rows[0]?.held ?? 0) > foundAtMost
    ? query.where(sql<boolean>`words @@ websearch_to_tsquery('indonesian', ${text})`)
    : query.where(sql<boolean>`id in (select complaints.find_published(${text}, ${foundAtMost}))`);
}

/** The latest change first; `after` is the last row of the page before. */
export async function selectPublished(
  db: Db,
  filter: PublicFilter,
  page: { readonly limit: number; readonly after?: { readonly at: Date; readonly id: string } | undefined },
): Promise<PublishedProblem[]> {
  let query = await withWords(db, narrowed(published(db), filter), filter.text);
  const { after } = page;
  if (after) query = query.where(sql<boolean>`(updated_at, id) < (${after.at}, ${after.id}::uuid)`);
  const found = query.orderBy('updatedAt', 'desc').orderBy('id', 'desc').limit(page.limit);
  if (!filter.box) return found.execute();
  // A box holds far more than a page: which rows it is to be is read from the index alone, then only those are fetched.
  const ids = found.clearSelect().select('id');
  return published(db).where('id', 'in', ids).orderBy('updatedAt', 'desc').orderBy('id', 'desc').execute();
}
export async function findPublished(db: Db, code: string): Promise<PublishedProblem | undefined> {
  return published(db).where('code', '=', code).executeTakeFirst();
}
export async function photosOf(db: Db, problemIds: readonly string[]): Promise<PublishedPhoto[]> {
  if (problemIds.length === 0) return [];
  return only(db, 'complaints')
    .selectFrom('complaints.publishedPhoto')
    .select(['id', 'problemId', 'uploadId', 'kind', 'distanceM'])
    .where('problemId', 'in', [...problemIds])
    .orderBy('kind')
    .orderBy('position')
    .orderBy('at')
    .$castTo<PublishedPhoto>()
    .execute();
}

export interface CountedMonth {
  readonly category: string | null;
  readonly unitId: string;
  readonly status: ProblemStatus;
  readonly closedHow: ClosedHow | null;
  readonly count: number;
}
export async function countOpened(
  db: Db,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<CountedMonth[]> {
  return only(db, 'complaints')
    .selectFrom('complaints.publishedProblem')
    .select(['category', 'unitId', 'status', 'closedHow', sql<number>`count(*)::int`.as('count')])
    .where('openedAt', '>=', from)
    .where('openedAt', '<', until)
    .groupBy(['category', 'unitId', 'status', 'closedHow'])
    .orderBy('category')
    .orderBy('unitId')
    .orderBy('status')
    .orderBy('closedHow')
    .$castTo<CountedMonth>()
    .execute();
}
