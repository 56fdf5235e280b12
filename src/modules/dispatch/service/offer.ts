// A report another office was asked to take: its receivers accept or decline. Until then the office that asked stays responsible.
import type { Context } from '../../../platform/context.ts';
import { getUnit } from '../../organisation/index.ts';
import { takeStep, type Undoing } from './forward.ts';

/** @throws conflict `cases.action_not_here` when it was answered meanwhile. Pressed twice it is one. */
export async function acceptOffer(ctx: Context, accepting: Undoing): Promise<void> {
  await takeStep(ctx, accepting, { action: 'terima', data: {} });
}
/** @throws as acceptOffer; invalid `cases.form_invalid` without a reason. */
export async function declineOffer(ctx: Context, declining: Undoing & { readonly reason: string }): Promise<void> {
  await takeStep(ctx, declining, { action: 'tolak-alih', data: { alasan: declining.reason } });
}

export interface Offer {
  readonly by: string; // the office that asked and stays responsible
  readonly to: string;
  readonly mine: boolean; // this officer may answer
}
export async function offerOf(
  ctx: Context,
  { unitId, offeredUnit }: { readonly unitId: string; readonly offeredUnit: string | null },
): Promise<Offer | undefined> {
  if (offeredUnit === null) return undefined;
  const held = ctx.actor.kind === 'officer' ? ctx.actor.memberships : [];
  const [by, to] = await Promise.all([getUnit(ctx, unitId), getUnit(ctx, offeredUnit)]);
  const mine = held.some(({ role, unitId: unit }) => role === 'penerima' && unit === offeredUnit);
  return { by: by.short, to: to.short, mine };
}
