// Problems spread over a box, for a map: a bounded number whatever the box holds. First which squares of the box hold any, leaping from
// one to the next through the index; then the latest few of each.
import { sql } from 'kysely';
import type { GeoBox } from '../../../lib/geo/distance.ts';
import type { Db } from '../../../platform/context.ts';
import { cellOf, type GridStep, gridOf } from '../rules.ts';
import type { ProblemStatus, PublishedProblem } from '../types.ts';
import { published, statusIn } from './published.ts';

const visitsAtMost = 700;

export interface Spread {
  readonly box: GeoBox;
  readonly status: ProblemStatus | undefined; // only open and closed: the others are too rare to be looked for square by square
  readonly limit: number;
}

/** The latest of every square, the latest first; `thinned` when the box holds more. */
export async function selectSpread(
  db: Db,
  { box, status, limit }: Spread,
): Promise<{ items: PublishedProblem[]; thinned: boolean }> {
  const grid = gridOf(box, visitsAtMost);
  const cells = await squaresHeld(db, grid, 2 * visitsAtMost);
  if (cells.length === 0) return { items: [], thinned: false };
  const ofEach = Math.ceil(limit / cells.length);
  const ofStatus = status === undefined ? sql`` : sql`and ${statusIn([status])}`;
  const ids = sql<string>`(
    select one.id from unnest(${cells}::bigint[]) as square(cell) cross join lateral (
      select id, updated_at from complaints.published_problem
      where cell = square.cell ${ofStatus} and lat >= ${box.south} and lat <= ${box.north} and long >= ${box.west} and long <= ${box.east}
      order by updated_at desc, id desc limit ${ofEach}
    ) one
    order by one.updated_at desc, one.id desc limit ${limit})`;
  const items = await published(db).where('id', 'in', ids).orderBy('updatedAt', 'desc').orderBy('id', 'desc').execute();
  return { items, thinned: grid.step > 1 || items.length >= limit || fullest(items) >= ofEach };
}

function fullest(items: readonly PublishedProblem[]): number {
  const counts = new Map<number, number>();
  for (const { lat, long } of items)
    if (lat !== null && long !== null) {
      const cell = cellOf({ lat, long });
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  return Math.max(0, ...counts.values());
}

/** Squares of the box that hold anything, at most `most`. */
export function squaresIn(db: Db, box: GeoBox, most: number): Promise<number[]> {
  return squaresHeld(db, gridOf(box, Number.POSITIVE_INFINITY), most);
}

/** Squares of the box that hold anything; every `step`th of each row and column where there would be too many. */
async function squaresHeld(
  db: Db,
  { first, last, west, east, perRow, step }: GridStep,
  most: number,
): Promise<number[]> {
  const { rows } = await sql<{ cell: number }>`
    with recursive visited(cell) as (
      select (select cell from complaints.published_problem where cell >= ${first} and cell <= ${last} order by cell limit 1)
      union all
      select (
        select p.cell from complaints.published_problem p
        where p.cell <= ${last} and p.cell >= case
          when v.cell % ${perRow} < ${west} then v.cell / ${perRow} * ${perRow} + ${west}
          when v.cell % ${perRow} > ${east} then (v.cell / ${perRow} + 1) * ${perRow} + ${west}
          when v.cell % ${perRow} + ${step} > ${east} then (v.cell / ${perRow} + ${step}) * ${perRow} + ${west}
          else v.cell + ${step} end
        order by p.cell limit 1)
      from visited v where v.cell is not null)
    select cell from visited where cell % ${perRow} between ${west} and ${east} limit ${most}
  `.execute(db);
  return rows.map(({ cell }) => cell);
}
