// Gathers what the pure engine needs for one case: its pinned definition, its calendar, the time.
import { evaluate } from '../../../definition/conditions/evaluate.ts';
import { withDerived } from '../../../definition/derive/derive.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { getVersion } from '../../catalogue/index.ts';
import { areaLookup, type CalendarRef, calendarFor, getCalendar, getUnit } from '../../organisation/index.ts';
import type { Environment } from '../engine/environment.ts';
import type { CaseState } from '../types.ts';

async function environmentWith(
  ctx: Context,
  definition: ServiceDefinition,
  { id, calendar }: CalendarRef,
): Promise<Environment> {
  const areas = await areaLookup(ctx);
  const now = ctx.clock.now();
  const today = localDateOf(now, ctx.region.timezone);
  return {
    definition,
    now,
    calendarId: id,
    calendar,
    newId,
    holds: (condition, answers) => evaluate(condition, withDerived(definition, answers), { today, areas }),
  };
}

/** For a new case: the unit's calendar of today, or the round-the-clock one when the service is worked on 24 hours. */
export async function environmentFor(
  ctx: Context,
  definition: ServiceDefinition,
  unitId: string,
): Promise<Environment> {
  const named = definition.standard.hours.process === '24-jam' ? '24-jam' : undefined;
  return environmentWith(ctx, definition, await calendarFor(ctx, await getUnit(ctx, unitId), named));
}

/** For an open case: the definition and the calendar it was promised with. */
export async function environmentOf(ctx: Context, state: CaseState): Promise<Environment> {
  const { definition } = await getVersion(ctx, state.versionId);
  const promised = state.clocks[0]?.calendarId;
  if (promised === undefined) return environmentFor(ctx, definition, state.unitId);
  return environmentWith(ctx, definition, await getCalendar(ctx, promised));
}
