// What the office recorded for the applicant: an appointment, the number of the finished document.
import { itemsOf } from '../../../definition/interview/summarise.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { areaLookup } from '../../organisation/index.ts';
import type { CaseState } from '../types.ts';

/** Formatted rows of appointments and results; notes between officers stay inside the office. */
export async function resultsOf(
  ctx: Context,
  definition: ServiceDefinition,
  state: CaseState,
): Promise<{ label: string; value: string }[]> {
  const env = {
    today: localDateOf(ctx.clock.now(), ctx.region.timezone),
    locale: ctx.locale,
    areas: await areaLookup(ctx),
  };
  const shown = definition.workflow.actions.filter(
    (action) => action.kind === 'schedule' || action.effects.includes('record-result'),
  );
  return shown.flatMap((action) => {
    const recorded = state.records[action.do];
    return recorded ? itemsOf(action.form, recorded, env).map(({ label, value }) => ({ label, value })) : [];
  });
}
