import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Line } from '../rules.ts';
import type { Payment } from '../types.ts';

const columns = [
  'id',
  'billId',
  'channel',
  'reference',
  'amount',
  'paidAt',
  'recordedAt',
  'recordedBy',
  'state',
  'reason',
  'receiptNumber',
  'refundReference',
  'refundedAt',
] as const;

function payments(db: Db) {
  return only(db, 'payments').selectFrom('payments.payment').select(columns);
}
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof payments>['executeTakeFirst']>>>;

// Channel, state and reason are checked by the table itself.
function toPayment(row: Row): Payment {
  return { ...row, amount: Number(row.amount) } as Payment;
}

export async function insertPayment(db: Db, payment: Payment): Promise<void> {
  await only(db, 'payments').insertInto('payments.payment').values(payment).execute();
}

export async function findByReference(db: Db, channel: string, reference: string): Promise<Payment | undefined> {
  const row = await payments(db).where('channel', '=', channel).where('reference', '=', reference).executeTakeFirst();
  return row && toPayment(row);
}

export async function findAccepted(db: Db, billId: string): Promise<Payment | undefined> {
  const row = await payments(db).where('billId', '=', billId).where('state', '=', 'accepted').executeTakeFirst();
  return row && toPayment(row);
}

export async function lockPayment(db: Db, id: string): Promise<Payment | undefined> {
  const row = await payments(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toPayment(row);
}

/** Bank payments of a span, for reconciliation. */
export async function listBankPayments(db: Db, from: Date, until: Date): Promise<Payment[]> {
  const rows = await payments(db)
    .where('channel', '!=', 'cash')
    .where('paidAt', '>=', from)
    .where('paidAt', '<', until)
    .orderBy('paidAt')
    .execute();
  return rows.map(toPayment);
}

/** Money that could not be placed, the oldest first; those already given back stay on the list's end. */
export async function listExceptions(db: Db): Promise<Payment[]> {
  const rows = await payments(db)
    .where('reason', 'is not', null)
    .orderBy('state')
    .orderBy('recordedAt')
    .limit(200)
    .execute();
  return rows.map(toPayment);
}

export async function setRefunded(db: Db, id: string, refund: { reference: string; at: Date }): Promise<void> {
  await only(db, 'payments')
    .updateTable('payments.payment')
    .set({ state: 'refunded', refundReference: refund.reference, refundedAt: refund.at })
    .where('id', '=', id)
    .execute();
}

/** One posting; its lines add up to nothing. */
export async function post(
  db: Db,
  about: { readonly at: Date; readonly billId: string | null; readonly paymentId: string | null },
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) return;
  const postingId = newId();
  await only(db, 'payments')
    .insertInto('payments.entry')
    .values(lines.map((line) => ({ id: newId(), postingId, ...about, ...line })))
    .execute();
}
