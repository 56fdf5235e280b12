// Who wrote, and the text as it was written: only with a reason, which the sender reads on the tracking page.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { recordReadingOnce } from '../../cases/index.ts';
import { bodyOf, type Sender, senderOf } from '../rules.ts';
import { getMessageCase } from './act.ts';

const reasonLength = { least: 8, most: 200 } as const;
export interface Revealed extends Sender {
  readonly text: string;
}

/** @throws invalid `hotline.reason_short`, forbidden without a seat on the case. */
export async function revealSender(
  ctx: Context,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Revealed> {
  const target = await getMessageCase(ctx, number);
  const why = reason.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (why.length < reasonLength.least || why.length > reasonLength.most)
    throw new AppError('invalid', 'hotline.reason_short', { params: { ...reasonLength } });
  const sender = senderOf(target.state);
  for (const [field, value] of [['nama', sender.name] as const, ['hp', sender.phone] as const, ['isi', 'x'] as const])
    if (value !== '') await recordReadingOnce(ctx, target, { subject: `field:${field}`, reason: why });
  return { ...sender, text: bodyOf(target.state) };
}
