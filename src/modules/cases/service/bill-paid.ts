// The payments module reports that a bill was paid.
import type { Context } from '../../../platform/context.ts';
import type { CaseRow } from '../types.ts';
import { recordNotice } from './follow-up.ts';

/**
 * A bill was paid: `settle` stores the payment while the case is locked and says whether it settles the bill; then the case
 * goes on. `settle` is not called for a case that is closed meanwhile.
 */
export async function recordBillPaid(
  ctx: Context,
  number: string,
  paid: {
    readonly billId: string;
    readonly paidAt: string;
    readonly reference: string;
    readonly settle: (target: CaseRow) => Promise<boolean>;
  },
): Promise<CaseRow | undefined> {
  const { billId, paidAt, reference } = paid;
  return recordNotice(ctx, number, {
    requestId: `bill-paid:${billId}:${reference}`,
    eventFor: async (target) =>
      (await paid.settle(target)) ? { kind: 'bill-paid', data: { billId, paidAt, reference } } : undefined,
  });
}
