// What the treasurer does by hand: cash at the counter, giving back what could not be placed, comparing with the bank.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { treasurerOf } from '../access.ts';
import { connectionOf } from '../connection.ts';
import { linesOfRefund, type Reconciled, reconcile } from '../rules.ts';
import { findBill } from '../store/bills.ts';
import { findByReference, listBankPayments, lockPayment, post, setRefunded } from '../store/payments.ts';
import type { Payment } from '../types.ts';
import { receivePayment } from './receive.ts';

/** Cash for an open bill, the whole amount. Pressed twice (same request) it is one payment. */
export async function recordCash(ctx: Context, billId: string, requestId: string): Promise<Payment> {
  const officer = treasurerOf(ctx);
  const known = await findByReference(ctx.db, 'cash', requestId);
  if (known) return known;
  const bill = await findBill(ctx.db, billId);
  if (!bill) throw new AppError('not_found', 'payments.not_found');
  if (bill.state !== 'open') throw new AppError('conflict', 'payments.not_open');
  const { payment } = await receivePayment(ctx, billId, {
    channel: 'cash',
    reference: requestId,
    amount: bill.amount,
    paidAt: ctx.clock.now(),
    recordedBy: officer.id,
  });
  return payment;
}

/** Money that could not be placed was given back; `reference` is the transfer's or the receipt's number. */
export async function recordRefund(ctx: Context, paymentId: string, reference: string): Promise<void> {
  treasurerOf(ctx);
  const text = reference.trim();
  if (text === '' || text.length > 80) throw new AppError('invalid', 'payments.refund_reference');
  await inTransaction(ctx, async (ctx) => {
    const payment = await lockPayment(ctx.db, paymentId);
    if (!payment) throw new AppError('not_found', 'payments.not_found');
    if (payment.state === 'refunded') return;
    if (payment.state !== 'exception') throw new AppError('conflict', 'payments.not_refundable');
    const at = ctx.clock.now();
    await setRefunded(ctx.db, payment.id, { reference: text, at });
    const about = { at, billId: payment.billId, paymentId: payment.id };
    await post(ctx.db, about, linesOfRefund(payment.channel, payment.amount));
  });
}

/** One day here against the bank's statement. @throws unavailable without a bank, or when it does not answer. */
export async function reconcileDay(ctx: Context, from: Date, until: Date): Promise<Reconciled[]> {
  treasurerOf(ctx);
  const connection = await connectionOf(ctx);
  if (connection === undefined) throw new AppError('unavailable', 'payments.no_bank');
  const ours = await listBankPayments(ctx.db, from, until);
  const lines = await connection.bank.statement(from, until).catch((cause: unknown) => {
    throw new AppError('unavailable', 'payments.bank_silent', { cause });
  });
  return reconcile(ours, lines);
}
