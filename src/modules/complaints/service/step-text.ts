import type { Locale } from '../../../lib/locale.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { getUnit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import type { PublicStep } from '../types.ts';

/** A step as everybody reads it. */
export async function stepText(ctx: Context, step: PublicStep, locale: Locale): Promise<string> {
  const nameOf = async (id: string) => say((await getUnit(ctx, id)).label, locale);
  const unit = await nameOf(step.unitId);
  const to = step.toUnit === null ? '' : await nameOf(step.toUnit);
  return messagesFor(locale).step[step.what](unit, to);
}
