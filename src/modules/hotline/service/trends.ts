// This week against last, by office and by kelurahan. A week is the seven days up to now: two of them are always as long.
import type { Context } from '../../../platform/context.ts';
import { areaLookup, listUnits } from '../../organisation/index.ts';
import { countByArea } from '../store/messages.ts';
import { countByUnit } from '../store/requests.ts';
import { requireBoard } from './setting.ts';

const weekMs = 7 * 86_400_000;
export interface Trend {
  readonly name: string;
  readonly now: number;
  readonly before: number;
}
export interface OfficeTrend extends Trend {
  readonly inTime: number;
  readonly decided: number; // answered, or past their time
}
export interface Trends {
  readonly offices: readonly OfficeTrend[];
  readonly areas: readonly Trend[];
}

const most = (a: Trend, b: Trend): number => b.now - a.now || b.before - a.before || a.name.localeCompare(b.name, 'id');

/** For jobs as well as for the board. */
export async function countTrends(ctx: Context, unnamedArea: string): Promise<Trends> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - weekMs);
  const start = new Date(since.getTime() - weekMs);
  const [units, areas, byUnit, byArea] = await Promise.all([
    listUnits(ctx),
    areaLookup(ctx),
    countByUnit(ctx.db, { since, start, now }),
    countByArea(ctx.db, { since, start }),
  ]);
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? '';
  const areaName = (code: string | null): string => (code === null ? undefined : areas.name(code)) ?? unnamedArea;
  return {
    offices: byUnit.map(({ unitId, ...row }) => ({ name: nameOf(unitId), ...row })).sort(most),
    areas: byArea.map(({ areaCode, ...row }) => ({ name: areaName(areaCode), ...row })).sort(most),
  };
}

/** @throws forbidden for anybody but the mayor's people. */
export async function readTrends(ctx: Context, unnamedArea: string): Promise<Trends> {
  await requireBoard(ctx);
  return countTrends(ctx, unnamedArea);
}
