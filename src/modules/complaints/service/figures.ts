// How the offices stand, beside the dispatcher's list. Counting a city's open reports takes longer than all the rest of that page, and it stands
// there folded away: it is worked out once in a while for everybody, not at every look.
import type { Context } from '../../../platform/context.ts';
import type { EventBus } from '../../../platform/events.ts';
import { listUnits } from '../../organisation/index.ts';
import { countMisroutes, figuresOfUnits, type OfficeFigures } from '../store/queue.ts';
import { seatsOf } from './queue.ts';

export interface DeskFigures {
  readonly offices: readonly OfficeFigures[]; // those with something open, the latest on top
  readonly misrouted: number | undefined; // share of the forwarded of the last days, 0 to 1; undefined when nothing was forwarded
  readonly days: number;
}
const figureDays = 30;
/** At most as many are counted per office. */
export const figureCap = 1000;
const keptMs = 30_000;
const keptAtMost = 200;

interface Kept {
  readonly at: number;
  readonly figures: Promise<DeskFigures>;
}
// The bus is made once per platform and stands for it.
const memories = new WeakMap<EventBus, Map<string, Kept>>();

/** How the offices stand: all of them for verifiers, else the officer's own. Up to half a minute old. */
export async function deskFigures(ctx: Context): Promise<DeskFigures> {
  const seats = seatsOf(ctx);
  const sorts = seats.some(({ by }) => by === 'verifier_unit');
  const own = seats.filter(({ by }) => by === 'unit_id').map(({ unitId }) => unitId);
  const units = sorts ? (await listUnits(ctx)).map(({ id }) => id) : own;
  const now = ctx.clock.now();
  const memory = memories.get(ctx.events) ?? new Map<string, Kept>();
  memories.set(ctx.events, memory);
  const key = [ctx.region.id, sorts, ...units].join(' ');
  const known = memory.get(key);
  const age = known && now.getTime() - known.at;
  if (known && age !== undefined && age >= 0 && age < keptMs) return known.figures;
  const figures = count(ctx, { units, sorts, now });
  if (memory.size >= keptAtMost) memory.clear();
  memory.set(key, { at: now.getTime(), figures });
  figures.catch(() => memory.delete(key)); // whoever comes next tries again
  return figures;
}

interface Asked {
  readonly units: readonly string[];
  readonly sorts: boolean;
  readonly now: Date;
}
async function count(ctx: Context, { units, sorts, now }: Asked): Promise<DeskFigures> {
  const since = new Date(now.getTime() - figureDays * 86_400_000);
  const [found, moves] = await Promise.all([
    figuresOfUnits(ctx.db, units, { now, most: figureCap }),
    sorts ? countMisroutes(ctx.db, since) : undefined,
  ]);
  const offices = found.filter(({ open }) => open > 0).sort((a, b) => b.late - a.late || b.open - a.open);
  const misrouted = moves && moves.forwarded > 0 ? moves.moved / moves.forwarded : undefined;
  return { offices, misrouted, days: figureDays };
}
