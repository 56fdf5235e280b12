import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { Problem } from '../types.ts';

const columns = [
  'id',
  'code',
  'title',
  'category',
  'unitId',
  'areaCode',
  'place',
  'lat',
  'long',
  'cell',
  'status',
  'priority',
  'level',
  'leadCase',
  'reports',
  'secretReports',
  'supporters',
  'openedAt',
  'updatedAt',
  'dueAt',
  'closedAt',
  'closedHow',
  'reopened',
  'published',
  'publishedAt',
  'publicTitle',
  'publicText',
  'publicPlace',
  'assetId',
  'mergedInto',
  'version',
] as const;

type Stored = Omit<Problem, 'status' | 'priority' | 'level' | 'closedHow'> & {
  status: string;
  priority: string;
  level: string;
  closedHow: string | null;
};
// The check constraints of the table hold these words to the types.
const toProblem = (row: Stored): Problem => row as Problem;

export type NewProblem = Pick<
  Problem,
  | 'id'
  | 'code'
  | 'title'
  | 'category'
  | 'unitId'
  | 'areaCode'
  | 'place'
  | 'lat'
  | 'long'
  | 'cell'
  | 'status'
  | 'priority'
  | 'level'
  | 'leadCase'
  | 'reports'
  | 'secretReports'
  | 'openedAt'
  | 'updatedAt'
  | 'dueAt'
>;

export async function insertProblem(db: Db, problem: NewProblem): Promise<void> {
  await only(db, 'complaints').insertInto('complaints.problem').values(problem).execute();
}
export async function findProblem(db: Db, id: string): Promise<Problem | undefined> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.problem')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toProblem(row);
}
export async function findProblemByCode(db: Db, code: string): Promise<Problem | undefined> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.problem')
    .select(columns)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && toProblem(row);
}
/** Locks it for this transaction. */
export async function lockProblem(db: Db, id: string): Promise<Problem | undefined> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.problem')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toProblem(row);
}
export type ProblemChange = Partial<
  Pick<
    Problem,
    | 'title'
    | 'category'
    | 'unitId'
    | 'areaCode'
    | 'place'
    | 'lat'
    | 'long'
    | 'cell'
    | 'status'
    | 'priority'
    | 'level'
    | 'leadCase'
    | 'reports'
    | 'secretReports'
    | 'supporters'
    | 'updatedAt'
    | 'dueAt'
    | 'closedAt'
    | 'closedHow'
    | 'reopened'
    | 'published'
    | 'publishedAt'
    | 'publicTitle'
    | 'publicText'
    | 'publicPlace'
    | 'mergedInto'
  >
>;
export async function changeProblem(db: Db, id: string, change: ProblemChange): Promise<void> {
  await only(db, 'complaints')
    .updateTable('complaints.problem')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export interface Moderation {
  readonly id: string;
  readonly problemId: string;
  readonly what: 'published' | 'hidden' | 'changed' | 'photo-shown' | 'photo-hidden';
  readonly reason: string | null;
  readonly before: { readonly title: string | null; readonly text: string | null; readonly place?: string | null };
  readonly officerId: string | null;
  readonly at: Date;
}
export async function insertModeration(db: Db, moderation: Moderation): Promise<void> {
  const values = { ...moderation, before: jsonb(moderation.before) };
  await only(db, 'complaints').insertInto('complaints.moderation').values(values).execute();
}
/** The latest first. */
export async function listModerations(db: Db, problemId: string): Promise<Moderation[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.moderation')
    .select(['id', 'problemId', 'what', 'reason', 'before', 'officerId', 'at'])
    .where('problemId', '=', problemId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows as Moderation[];
}
/** @returns whether this one is new. */
export async function insertFollower(
  db: Db,
  follower: { id: string; problemId: string; whoHash: string; locale: string; at: Date },
): Promise<boolean> {
  const result = await only(db, 'complaints')
    .insertInto('complaints.follower')
    .values(follower)
    .onConflict((conflict) => conflict.columns(['regionId', 'problemId', 'whoHash']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
/** One person more; not a change of the problem itself, so its time of change stays. */
export async function addSupporter(db: Db, problemId: string): Promise<void> {
  await only(db, 'complaints')
    .updateTable('complaints.problem')
    .set({ supporters: sql<number>`supporters + 1` })
    .where('id', '=', problemId)
    .execute();
}

/** Everybody who pressed "me too" on a problem or on one that was joined to it. */
const followersOf = (problemId: string) => sql`
  select f.who_hash from complaints.follower f where f.problem_id in (
    with recursive family as (
      select id from complaints.problem where id = ${problemId}::uuid
      union select p.id from complaints.problem p join family on p.merged_into = family.id
    ) select id from family)`;

/** Whether this person is counted already, here or at a problem that was joined to it. */
export async function isFollowedBy(db: Db, problemId: string, whoHash: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select ${whoHash} in (${followersOf(problemId)}) as known`.execute(db);
  return rows[0]?.known ?? false;
}

/** How many people are counted at both of two problems. */
export async function countOfBoth(db: Db, one: string, other: string): Promise<number> {
  const { rows } = await sql<{ both: number }>`
    select count(*)::int as both from (${followersOf(one)} intersect ${followersOf(other)}) people`.execute(db);
  return rows[0]?.both ?? 0;
}
