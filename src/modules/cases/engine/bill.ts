// Entering a state that bills makes the bill, once for a case: whoever comes back to it paid finds it paid. Pure.
import { feeOf } from '../../../definition/fees/fee-of.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { Bill, CaseState } from '../types.ts';
import type { Environment } from './environment.ts';

export type BillDecision =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown-fee' }
  | { readonly kind: 'bill'; readonly bill: Bill };

/** Other answers may cost otherwise: an unpaid bill is replaced then, a paid one stays what was paid. */
export function decideBill(env: Environment, state: CaseState): BillDecision {
  const rule = stateOf(env.definition, state.state).bill;
  if (rule === undefined || state.bill?.paidAt !== undefined) return { kind: 'none' };
  const fee = feeOf(env.definition, state.answers);
  if (fee === undefined) return { kind: 'unknown-fee' };
  if (state.bill?.amount === fee.amount) return { kind: 'none' };
  const expiresAt = rule.expires ? dueAfter(rule.expires, env.now, env.calendar).toISOString() : state.lapseAt;
  const bill: Bill = {
    billId: env.newId(),
    amount: fee.amount,
    legal: fee.legal ?? '',
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(fee.amount === 0 ? { paidAt: env.now.toISOString() } : {}), // nothing to pay: the case goes on at once
  };
  return { kind: 'bill', bill };
}
