import { addLocalDays, localDateOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { formatTimeLeft } from '../../../lib/dates/relative.ts';
import type { Context } from '../../../platform/context.ts';
import type { DueChipProps } from '../../../ui/index.ts';
import { momentOf } from './env.ts';

/** The clock of a step: late, due before the end of this day, or still some time. */
export function dueChip(ctx: Context, dueAt: Date): DueChipProps {
  const now = ctx.clock.now();
  const { timezone } = ctx.region;
  const tomorrow = startOfLocalDay(addLocalDays(localDateOf(now, timezone), 1), timezone);
  const kind = dueAt < now ? 'late' : dueAt < tomorrow ? 'soon' : 'fine';
  return { kind, text: formatTimeLeft(dueAt, now, ctx.locale), until: momentOf(ctx, dueAt) };
}
