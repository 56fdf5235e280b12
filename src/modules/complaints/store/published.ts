// The public side reads nothing but the published views.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { ClosedHow, ProblemStatus, PublishedPhoto, PublishedProblem } from '../types.ts';

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

// A view's columns are nullable to the generator; those of the table behind it are not.
export const published = (db: Db) =>
  only(db, 'complaints').selectFrom('complaints.publishedProblem').select(columns).$castTo<PublishedProblem>();

/** Written out, not as parameters: only then is the index of open problems used. */
export function statusIn(status: readonly ProblemStatus[]): RawBuilder<boolean> {
  return sql<boolean>`status in (${sql.join(status.map((one) => sql.lit(one)))})`;
}

/** Open problems of each kelurahan, from an index made for it. */
export async function selectOpenByArea(db: Db): Promise<{ readonly areaCode: string; readonly count: number }[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.publishedProblem')
    .select(['areaCode', (eb) => eb.fn.countAll<number>().as('count')])
    .where(statusIn(['open']))
    .where('areaCode', 'is not', null)
    .groupBy('areaCode')
    .execute();
  return rows.map(({ areaCode, count }) => ({ areaCode: areaCode ?? '', count: Number(count) }));
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
