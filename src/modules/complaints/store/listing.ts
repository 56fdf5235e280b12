// Pages of published problems, the latest change first. What is asked for may be anything: words that stand in half of all problems, a box
// over an empty sea. So no page costs more than looking through some thousands of rows: where that has not filled it, the page is short and
// says where to go on (docs/decisions/0078).
import { type RawBuilder, sql } from 'kysely';
import type { GeoBox } from '../../../lib/geo/distance.ts';
import type { Db } from '../../../platform/context.ts';
import { cellsIn } from '../rules.ts';
import type { PublicFilter, PublishedProblem } from '../types.ts';
import { squaresIn } from './map.ts';
import { published, statusIn } from './published.ts';

export interface Key {
  readonly at: Date;
  readonly id: string;
}
export interface Listed {
  readonly rows: readonly PublishedProblem[];
  readonly reached?: Key | undefined; // everything as late as this was looked at, and older ones may match too
}
export interface PageAsked {
  readonly limit: number;
  readonly after?: Key | undefined; // the last row of the page before, or what it reached
}
export interface Bounds {
  readonly soon: number; // rows looked through first
  readonly far: number; // and when nothing better is known
  readonly words: number; // problems that hold the words; more are common words, which the latest hold too
  readonly smallBox: number; // squares
  readonly squares: number; // of a larger box that hold anything
}
const usual: Bounds = { soon: 3000, far: 10_000, words: 5000, smallBox: 64, squares: 600 };

type Condition = RawBuilder<unknown>;
interface Asked {
  readonly leading: readonly Condition[]; // one that an index holds in the order of the list
  readonly rest: readonly Condition[];
  readonly page: PageAsked;
}

export async function selectPublished(
  db: Db,
  filter: PublicFilter,
  page: PageAsked,
  bounds: Bounds = usual,
): Promise<Listed> {
  const { box, text: typed, ...narrower } = filter;
  const text = typed?.trim() || undefined;
  const asked = { ...conditionsOf(filter), page };
  if (text !== undefined) return withWords(db, asked, { text, bounds });
  if (box === undefined) return { rows: await everyOne(db, asked) };
  const whole = Object.values(narrower).every((value) => value === undefined);
  return whole ? ofBox(db, asked, { box, bounds }) : lookThroughTwice(db, asked, bounds);
}

/** Words of few problems are looked up, words of many are met soon on the way through the latest. */
async function withWords(
  db: Db,
  asked: Asked,
  { text, bounds }: { readonly text: string; readonly bounds: Bounds },
): Promise<Listed> {
  const holding = { ...asked, rest: [...asked.rest, holds(text)] };
  const soon = await lookThrough(db, holding, bounds.soon);
  if (soon.reached === undefined) return soon;
  if ((await countHolding(db, text, bounds.words + 1)) > bounds.words)
    return lookFurther(db, holding, { soon, bounds });
  const few = sql`id in (select complaints.find_published(${text}, ${bounds.words}))`;
  return { rows: await everyOne(db, { ...asked, rest: [...asked.rest, few] }) };
}

/** Few squares are read each by itself; many hold the latest of all, or little. */
async function ofBox(
  db: Db,
  asked: Asked,
  { box, bounds }: { readonly box: GeoBox; readonly bounds: Bounds },
): Promise<Listed> {
  const squares = cellsIn(box, bounds.smallBox);
  if (squares) return { rows: await latestOfSquares(db, asked, squares) };
  const soon = await lookThrough(db, asked, bounds.soon);
  if (soon.reached === undefined) return soon;
  const held = await squaresIn(db, box, bounds.squares + 1);
  if (held.length > bounds.squares) return lookFurther(db, asked, { soon, bounds });
  return { rows: await latestOfSquares(db, asked, held) };
}

async function lookThroughTwice(db: Db, asked: Asked, bounds: Bounds): Promise<Listed> {
  const soon = await lookThrough(db, asked, bounds.soon);
  return soon.reached === undefined ? soon : lookFurther(db, asked, { soon, bounds });
}

async function lookFurther(
  db: Db,
  asked: Asked,
  { soon, bounds }: { readonly soon: Listed; readonly bounds: Bounds },
): Promise<Listed> {
  const page = { limit: asked.page.limit - soon.rows.length, after: soon.reached };
  const further = await lookThrough(db, { ...asked, page }, bounds.far);
  return { ...further, rows: [...soon.rows, ...further.rows] };
}

function conditionsOf({ category, area, unitId, status, from, until, box }: PublicFilter): Omit<Asked, 'page'> {
  const indexed: Condition[] = [];
  if (category !== undefined)
    indexed.push(category.includes('.') ? sql`category = ${category}` : sql`category_group = ${category}`);
  if (area !== undefined) indexed.push(sql`area_code = ${area}`);
  if (status !== undefined && status.length > 0) indexed.push(statusIn(status));
  const [first, ...others] = indexed;
  const rest = [...others];
  if (unitId !== undefined) rest.push(sql`unit_id = ${unitId}`);
  if (from) rest.push(sql`opened_at >= ${from}`);
  if (until) rest.push(sql`opened_at < ${until}`);
  if (box) rest.push(sql`lat between ${box.south} and ${box.north} and long between ${box.west} and ${box.east}`);
  return { leading: first ? [first] : [], rest };
}

// As a query of its own it is read once, not for every row.
const holds = (text: string): Condition => sql`words @@ (select websearch_to_tsquery('indonesian', ${text}))`;
const olderThan = (after: Key | undefined): Condition[] =>
  after ? [sql`(updated_at, id) < (${after.at}, ${after.id}::uuid)`] : [];
const every = (conditions: readonly Condition[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;

function everyOne(db: Db, { leading, rest, page }: Asked): Promise<PublishedProblem[]> {
  return published(db)
    .where(every([...leading, ...rest, ...olderThan(page.after)]))
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
}

/** Those that match among the next `most` in the order of the list. */
async function lookThrough(db: Db, { leading, rest, page }: Asked, most: number): Promise<Listed> {
  const { limit, after } = page;
  const among = every([...leading, ...olderThan(after)]);
  const ids = sql<string>`(select id from (
    select * from complaints.published_problem where ${among} order by updated_at desc, id desc limit ${most}) looked
    where ${every(rest)} order by updated_at desc, id desc limit ${limit})`;
  const rows = await latestFirst(db, ids);
  if (rows.length >= limit) return { rows };
  const last = await sql<Key>`select updated_at as at, id from complaints.published_problem where ${among}
    order by updated_at desc, id desc offset ${most - 1} limit 1`.execute(db);
  return { rows, reached: last.rows[0] };
}

/** Each square is read in the order of the list from the index alone, and no further than a page. */
function latestOfSquares(
  db: Db,
  { leading, rest, page }: Asked,
  squares: readonly number[],
): Promise<PublishedProblem[]> {
  if (squares.length === 0) return Promise.resolve([]);
  const ids = sql<string>`(
    select one.id from unnest(${[...squares]}::bigint[]) as square(cell) cross join lateral (
      select id, updated_at from complaints.published_problem
      where cell = square.cell and ${every([...leading, ...rest, ...olderThan(page.after)])}
      order by updated_at desc, id desc limit ${page.limit}
    ) one
    order by one.updated_at desc, one.id desc limit ${page.limit})`;
  return latestFirst(db, ids);
}

function latestFirst(db: Db, ids: RawBuilder<string>): Promise<PublishedProblem[]> {
  return published(db).where('id', 'in', ids).orderBy('updatedAt', 'desc').orderBy('id', 'desc').execute();
}

async function countHolding(db: Db, text: string, most: number): Promise<number> {
  const counted = await sql<{ held: number }>`select complaints.count_published(${text}, ${most}) as held`.execute(db);
  return counted.rows[0]?.held ?? 0;
}
