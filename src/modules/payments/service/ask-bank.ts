// "Saya sudah bayar": the bank is asked, for when its message to us was lost.
import type { Context } from '../../../platform/context.ts';
import { connectionOf } from '../connection.ts';
import type { Bill } from '../types.ts';
import { receivePayment } from './receive.ts';

/** True when the bank knows of a payment; it is recorded then. A bank that does not answer has said nothing. */
export async function askBank(ctx: Context, bill: Bill): Promise<boolean> {
  const connection = await connectionOf(ctx);
  if (connection === undefined || bill.state !== 'open' || bill.qrContent === null) return bill.state === 'paid';
  const paid = await connection.bank.askCode(bill.id).catch((error: unknown) => {
    ctx.log.warn({ bill: bill.id, error }, 'the bank did not answer');
    return undefined;
  });
  if (paid === undefined) return false;
  const { reference, amount } = paid;
  await receivePayment(ctx, bill.id, { channel: 'qris', reference, amount, paidAt: new Date(paid.paidAt) });
  return true;
}
