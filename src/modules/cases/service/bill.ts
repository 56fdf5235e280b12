// The bill of a case, made in the transaction that entered the state.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { decideBill } from '../engine/bill.ts';
import type { Environment } from '../engine/environment.ts';
import type { CaseRow, NewEvent } from '../types.ts';
import { appendEvents } from './append.ts';
import { noticeOfChange } from './notices.ts';

/** The bill of the state a case has just entered. The caller holds the lock. @throws conflict when the fee cannot be told. */
export async function billOnEntering(
  ctx: Context,
  env: Environment,
  target: CaseRow,
  requestId: string,
): Promise<CaseRow> {
  const decision = decideBill(env, target.state);
  if (decision.kind === 'unknown-fee') throw new AppError('conflict', 'cases.fee_unknown');
  if (decision.kind === 'none') return target;
  const event: NewEvent = { kind: 'bill-made', data: decision.bill };
  const after = await appendEvents(ctx, target, [{ event, actor: { kind: 'system' }, requestId: `${requestId}:bill` }]);
  await ctx.events.publish(ctx, 'cases.billed', { target: after, bill: decision.bill });
  await noticeOfChange(ctx, after, event);
  return after;
}
