// The public map, for any size of box.
import type { Context } from '../../../platform/context.ts';
import type { EventBus } from '../../../platform/events.ts';
import { selectSpread } from '../store/map.ts';
import { selectOpenByArea } from '../store/published.ts';
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

const keptMs = 60_000;
const kept = new WeakMap<EventBus, Map<string, { readonly until: number; readonly counts: Promise<OpenByArea> }>>();
/** Open published problems by the code of their kelurahan; a minute old at most. */
export type OpenByArea = ReadonlyMap<string, number>;
export async function openByArea(ctx: Context): Promise<OpenByArea> {
  const regions = kept.get(ctx.events) ?? new Map<string, { until: number; counts: Promise<OpenByArea> }>();
  kept.set(ctx.events, regions);
  const known = regions.get(ctx.region.id);
  if (known && known.until > performance.now()) return known.counts;
  const counts = selectOpenByArea(ctx.db).then((rows) => new Map(rows.map(({ areaCode, count }) => [areaCode, count])));
  regions.set(ctx.region.id, { until: performance.now() + keptMs, counts });
  counts.catch(() => regions.delete(ctx.region.id));
  return counts;
}
