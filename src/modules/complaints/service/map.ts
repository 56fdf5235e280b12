// The public map, for any size of box.
import type { Context } from '../../../platform/context.ts';
import { selectSpread } from '../store/map.ts';
import type { PublicFilter, PublishedProblem } from '../types.ts';
import { listPublished } from './public.ts';

export interface MapPage {
  readonly items: readonly PublishedProblem[];
  readonly thinned: boolean; // the box holds more
}
/**
 * What a map shows of the filter's box, at most `limit`: the latest of every square of it, so that a busy corner does not take the place of all
 * others. Narrower filters name few enough problems for the latest of the box to do.
 */
export async function listForMap(ctx: Context, filter: PublicFilter, limit: number): Promise<MapPage> {
  const { box, status, ...narrower } = filter;
  const [only] = status ?? [];
  const bySquares = only === undefined || (status?.length === 1 && (only === 'open' || only === 'closed'));
  const isNarrow = Object.values(narrower).some((value) => value !== undefined);
  if (box && bySquares && !isNarrow) return selectSpread(ctx.db, { box, status: only, limit });
  const { items, next } = await listPublished(ctx, filter, { limit });
  return { items, thinned: next !== null };
}
