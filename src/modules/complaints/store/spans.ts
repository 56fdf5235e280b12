// Published problems of a span of time, for programs: by when they were reported, and by when they last changed.
import type { GeoBox } from '../../../lib/geo/distance.ts';
import type { Db } from '../../../platform/context.ts';
import type { ProblemStatus, PublishedProblem } from '../types.ts';
import { published, statusIn } from './published.ts';

export interface Span {
  readonly from: Date;
  readonly until: Date; // not in it
}
export interface OpenedFilter extends Span {
  readonly categories?: readonly string[] | undefined;
  readonly status?: readonly ProblemStatus[] | undefined;
  readonly box?: GeoBox | undefined;
}

/** The latest report first: nothing that changes moves a problem from one page to another. */
export function selectOpened(
  db: Db,
  { from, until, categories, status, box }: OpenedFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<PublishedProblem[]> {
  let query = published(db).where('openedAt', '>=', from).where('openedAt', '<', until);
  if (categories) query = query.where('category', 'in', [...categories]);
  if (status) query = query.where(statusIn(status));
  if (box)
    query = query
      .where('lat', '>=', box.south)
      .where('lat', '<=', box.north)
      .where('long', '>=', box.west)
      .where('long', '<=', box.east);
  return query.orderBy('openedAt', 'desc').orderBy('id', 'desc').limit(page.limit).offset(page.offset).execute();
}

/** The first change first. */
export function selectChanged(db: Db, { from, until }: Span, limit: number): Promise<PublishedProblem[]> {
  return published(db)
    .where('updatedAt', '>=', from)
    .where('updatedAt', '<', until)
    .orderBy('updatedAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}
