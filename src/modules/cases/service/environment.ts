// Gathers what the pure engine needs for one case: its pinned definition, its unit's calendar, the time.
import { evaluateCondition } from '../../../definition/conditions/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { getVersion } from '../../catalogue/index.ts';
import { areaLookup, calendarFor } from '../../organisation/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Environment } from '../engine/environment.ts';
import type { CaseState } from '../types.ts';

export async function environmentFor(ctx: Context, definition: ServiceDefinition, unitId: string): Promise<Environment> {
  const { id, calendar } = await calendarFor(ctx, unitId, definition.standard.hours.process);
  const areas = await areaLookup(ctx);
  const now = ctx.clock.now();
  const today = localDateOf(now, ctx.region.timezone);
  return {
    definition, now, calendarId: id, calendar, newId,
    holds: (condition, answers) => evaluateCondition(condition, answers, { today, locale: ctx.locale, areas }),
  };
}

export async function environmentOf(ctx: Context, state: CaseState): Promise<Environment> {
  const { definition } = await getVersion(ctx, state.versionId);
  return environmentFor(ctx, definition, state.unitId);
}
