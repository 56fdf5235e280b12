// Who wrote, and the text as it was written: only with a reason, which the sender reads on the tracking page.
import type { Context } from '../../../platform/context.ts';
import { readingReason, recordReadingOnce } from '../../cases/index.ts';
import { bodyOf, type Sender, senderOf } from '../rules.ts';
import { getMessageCase } from './act.ts';

export interface Revealed extends Sender {
  readonly text: string;
}

/** @throws invalid `cases.reason_short`, forbidden without a seat on the case. */
export async function revealSender(
  ctx: Context,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Revealed> {
  const target = await getMessageCase(ctx, number);
  const why = readingReason(reason);
  const sender = senderOf(target.state);
  for (const [field, value] of [['nama', sender.name] as const, ['hp', sender.phone] as const, ['isi', 'x'] as const])
    if (value !== '') await recordReadingOnce(ctx, target, { subject: `field:${field}`, reason: why });
  return { ...sender, text: bodyOf(target.state) };
}
