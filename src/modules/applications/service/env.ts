import type { Env } from '../../../definition/fields/types.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { areaLookup } from '../../organisation/index.ts';

export async function envOf(ctx: Context): Promise<Env> {
  return { today: localDateOf(ctx.clock.now(), ctx.region.timezone), locale: ctx.locale, areas: await areaLookup(ctx) };
}
