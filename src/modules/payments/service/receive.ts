// Money came: reported by the bank, found by asking it, or taken at the counter. Never lost, never counted twice.
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { recordBillPaid } from '../../cases/index.ts';
import { documentNumber, judge, linesOfPayment, type Verdict } from '../rules.ts';
import { findBill, lockBill, setState, takeSequence } from '../store/bills.ts';
import { findByReference, insertPayment, post } from '../store/payments.ts';
import type { Bill, Payment, Reported } from '../types.ts';

export interface Received {
  readonly verdict: Verdict['kind'];
  readonly payment: Payment;
}

/**
 * Records a payment once. One that settles its open bill moves the case on in the same transaction; every other one (late,
 * twice, another amount, no bill) goes to the treasurer's list.
 */
export async function receivePayment(ctx: Context, billId: string | undefined, reported: Reported): Promise<Received> {
  return inTransaction(ctx, async (ctx) => {
    const known = await findByReference(ctx.db, reported.channel, reported.reference);
    if (known) return { verdict: 'repeated', payment: known };
    const bill = billId === undefined ? undefined : await findBill(ctx.db, billId);
    let received: Received | undefined;
    // The case is locked before the bill, here and wherever a case changes: no two wait for each other.
    if (bill)
      await recordBillPaid(ctx, bill.caseNumber, {
        billId: bill.id,
        paidAt: reported.paidAt.toISOString(),
        reference: `${reported.channel}:${reported.reference}`,
        settle: async () => {
          received = await store(ctx, await lockBill(ctx.db, bill.id), reported);
          return received.verdict === 'settles';
        },
      });
    return received ?? store(ctx, await closed(ctx, bill), reported);
  });
}

/** The bill of a case that ended meanwhile cannot be paid any more, whatever its row says. */
async function closed(ctx: Context, bill: Bill | undefined): Promise<Bill | undefined> {
  const locked = bill && (await lockBill(ctx.db, bill.id));
  return locked?.state === 'open' ? { ...locked, state: 'expired' } : locked;
}

async function store(ctx: Context, bill: Bill | undefined, reported: Reported): Promise<Received> {
  const verdict = judge(bill, reported, await findByReference(ctx.db, reported.channel, reported.reference));
  if (verdict.kind === 'repeated') return { verdict: 'repeated', payment: verdict.payment };
  const now = ctx.clock.now();
  const settles = verdict.kind === 'settles';
  const payment: Payment = {
    id: newId(),
    billId: bill?.id ?? null,
    channel: reported.channel,
    reference: reported.reference,
    amount: reported.amount,
    paidAt: reported.paidAt,
    recordedAt: now,
    recordedBy: reported.recordedBy ?? null,
    state: settles ? 'accepted' : 'exception',
    reason: verdict.kind === 'exception' ? verdict.reason : null,
    receiptNumber: settles ? await nextReceipt(ctx, now) : null,
    refundReference: null,
    refundedAt: null,
  };
  await insertPayment(ctx.db, payment);
  if (bill && settles) await setState(ctx.db, bill.id, 'paid', reported.paidAt);
  const about = { at: now, billId: payment.billId, paymentId: payment.id };
  await post(ctx.db, about, linesOfPayment(payment.channel, payment.amount, settles));
  return { verdict: verdict.kind, payment };
}

async function nextReceipt(ctx: Context, now: Date): Promise<string> {
  const year = Number(localDateOf(now, ctx.region.timezone).slice(0, 4));
  return documentNumber('receipt', year, await takeSequence(ctx.db, 'receipt', year));
}
