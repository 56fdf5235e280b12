// Who is told when a promise is broken: the head of the unit, then the head of the unit above it, and so on.
import type { Context } from '../../../platform/context.ts';
import { listOfficers } from '../../identity/index.ts';
import { escalationSettings, findUnitByCode, getUnit, parentUnit, type Unit } from '../../organisation/index.ts';
import type { Head } from '../engine/watch.ts';

const highest = 10; // levels; an organisation that turns in a circle ends here

async function unitsUpwards(ctx: Context, unitId: string, top: readonly string[]): Promise<Unit[]> {
  const units: Unit[] = [];
  for (let unit: Unit | undefined = await getUnit(ctx, unitId); unit && units.length < highest; ) {
    units.push(unit);
    unit = await parentUnit(ctx, unit);
  }
  for (const code of top) {
    const last = await findUnitByCode(ctx, code);
    if (last && !units.some(({ id }) => id === last.id)) units.push(last);
  }
  return units;
}

/** The head of one unit: the first of the region's `heads` that somebody holds there today. */
async function headOf(ctx: Context, unitId: string, roles: readonly string[]): Promise<Head[]> {
  for (const role of roles) if ((await listOfficers(ctx, { unitId, role })).length > 0) return [{ unitId, role }];
  return []; // nobody there: the next level hears of it instead
}

/** The line above a unit, its own head first. */
export async function lineAbove(ctx: Context, unitId: string): Promise<Head[]> {
  const { heads, top } = await escalationSettings(ctx);
  const units = await unitsUpwards(ctx, unitId, top ?? []);
  return (await Promise.all(units.map((unit) => headOf(ctx, unit.id, heads)))).flat();
}
