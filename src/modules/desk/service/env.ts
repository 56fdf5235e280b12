import type { Env } from '../../../definition/fields/types.ts';
import { type DateStyle, formatBareTime, formatDateTime, formatShortDate } from '../../../lib/dates/format.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { areaLookup } from '../../organisation/index.ts';

export async function envOf(ctx: Context): Promise<Env> {
  return { today: localDateOf(ctx.clock.now(), ctx.region.timezone), locale: ctx.locale, areas: await areaLookup(ctx) };
}

export function styleOf(ctx: Context): DateStyle {
  return { timezone: ctx.region.timezone, locale: ctx.locale };
}

/** "24 Nov 2026, 15.00", for columns of times. */
export function shortMomentOf(ctx: Context, at: string): string {
  return `${formatShortDate(new Date(at), styleOf(ctx))}, ${formatBareTime(new Date(at), styleOf(ctx))}`;
}

/** "Selasa, 24 November 2026 pukul 15.00 WITA" */
export function momentOf(ctx: Context, at: Date | string): string {
  return formatDateTime(new Date(at), styleOf(ctx));
}
