// What the bank tells us (SNAP BI, signed with its key): a code was paid, somebody asks what an account owes, an account was paid.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { localDateOf } from '../../lib/dates/local-date.ts';
import type { Context } from '../../platform/context.ts';
import { isSignedWithKey, readSnapAmount, snapAmount } from './bank/signatures.ts';
import { connectionOf } from './connection.ts';
import { receivePayment } from './service/receive.ts';
import { findMessage, keepMessage } from './store/bank-messages.ts';
import { findByAccount } from './store/bills.ts';

export interface BankCall {
  readonly service: '24' | '25' | '52';
  readonly path: string;
  readonly body: string; // the bytes as they came
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
export interface BankAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const window = 5 * 60_000; // how far the bank's clock may be from ours

/** Checks who sends, then answers; the same external id again gets the same answer, with another body a conflict. */
export async function answerBank(ctx: Context, call: BankCall): Promise<BankAnswer> {
  const refusal = await refusalOf(ctx, call);
  if (refusal) return refusal;
  const externalId = head(call, 'x-external-id');
  const day = localDateOf(ctx.clock.now(), ctx.region.timezone);
  const bodySha256 = createHash('sha256').update(call.body).digest('hex');
  const earlier = await findMessage(ctx.db, day, externalId);
  if (earlier) {
    const same = earlier.path === call.path && earlier.bodySha256 === bodySha256;
    return same
      ? { status: earlier.status, body: earlier.answer as BankAnswer['body'] }
      : code(call, 409, '00', 'Conflict');
  }
  const answer = await carryOut(ctx, call);
  // What the bank may correct and send again is not kept as an answer.
  if (answer.status < 500)
    await keepMessage(ctx.db, {
      day,
      externalId,
      path: call.path,
      bodySha256,
      status: answer.status,
      answer: answer.body,
      at: ctx.clock.now(),
    });
  return answer;
}

async function refusalOf(ctx: Context, call: BankCall): Promise<BankAnswer | undefined> {
  const connection = await connectionOf(ctx);
  if (connection === undefined) return code(call, 404, '00', 'Not Connected');
  const timestamp = head(call, 'x-timestamp');
  const at = Date.parse(timestamp);
  if (Number.isNaN(at) || Math.abs(at - ctx.clock.now().getTime()) > window)
    return code(call, 401, '00', 'Unauthorized. X-TIMESTAMP');
  const signed = { method: 'POST', path: call.path, body: call.body, timestamp };
  if (!isSignedWithKey(signed, head(call, 'x-signature'), connection.config.bankPublicKey))
    return code(call, 401, '00', 'Unauthorized. Signature');
  if (head(call, 'x-partner-id') !== connection.config.partnerId) return code(call, 401, '00', 'Unauthorized. Partner');
  const externalId = head(call, 'x-external-id');
  return /^[\w-]{1,36}$/.test(externalId) ? undefined : code(call, 400, '02', 'Invalid Mandatory Field X-EXTERNAL-ID');
}

function carryOut(ctx: Context, call: BankCall): Promise<BankAnswer> {
  if (call.service === '52') return codePaid(ctx, call);
  return call.service === '24' ? accountAsked(ctx, call) : accountPaid(ctx, call);
}

const Amount = z.object({ value: z.string(), currency: z.literal('IDR') });
const When = z.string().refine((text) => !Number.isNaN(Date.parse(text)));

const CodePaid = z.object({
  originalPartnerReferenceNo: z.string().max(64),
  latestTransactionStatus: z.string(),
  amount: Amount,
  additionalInfo: z.object({ rrn: z.string().min(1).max(64), paidTime: When }),
});

/** Money of a code is there already: it is recorded whatever is wrong with it. */
async function codePaid(ctx: Context, call: BankCall): Promise<BankAnswer> {
  const read = CodePaid.safeParse(readJson(call.body));
  const amount = readSnapAmount(read.data?.amount.value ?? '');
  if (!read.success || amount === undefined || amount < 1) return code(call, 400, '01', 'Invalid Field Format');
  const { originalPartnerReferenceNo, latestTransactionStatus, additionalInfo } = read.data;
  if (latestTransactionStatus !== '00') return code(call, 200, '00', 'Successful');
  const billId = z.uuid().safeParse(originalPartnerReferenceNo).data;
  await receivePayment(ctx, billId, {
    channel: 'qris',
    reference: additionalInfo.rrn,
    amount,
    paidAt: new Date(additionalInfo.paidTime),
  });
  return code(call, 200, '00', 'Successful');
}

const Account = z.object({
  partnerServiceId: z.string().max(8),
  customerNo: z.string().max(20),
  virtualAccountNo: z.string().max(28),
});
const Asked = Account.extend({ inquiryRequestId: z.string().max(128) });

async function accountAsked(ctx: Context, call: BankCall): Promise<BankAnswer> {
  const read = Asked.safeParse(readJson(call.body));
  if (!read.success) return code(call, 400, '01', 'Invalid Field Format');
  const { inquiryRequestId, ...account } = read.data;
  const bill = await findByAccount(ctx.db, account.virtualAccountNo);
  if (bill === undefined) return code(call, 404, '12', 'Invalid Bill/Virtual Account');
  if (bill.state === 'paid') return code(call, 404, '14', 'Paid Bill');
  if (bill.state !== 'open') return code(call, 404, '19', 'Invalid Bill/Virtual Account. Expired');
  return code(call, 200, '00', 'Successful', {
    virtualAccountData: {
      inquiryStatus: '00',
      ...account,
      virtualAccountName: `Pemohon ${bill.caseNumber}`,
      inquiryRequestId,
      totalAmount: snapAmount(bill.amount),
    },
  });
}

const AccountPaid = Account.extend({
  paymentRequestId: z.string().max(128),
  trxId: z.string().max(64),
  paidAmount: Amount,
  trxDateTime: When,
  referenceNo: z.string().min(1).max(64),
});

/** An account takes its own amount only: another one is refused and the bank gives it back. Late or twice is recorded. */
async function accountPaid(ctx: Context, call: BankCall): Promise<BankAnswer> {
  const read = AccountPaid.safeParse(readJson(call.body));
  const amount = readSnapAmount(read.data?.paidAmount.value ?? '');
  if (!read.success || amount === undefined) return code(call, 400, '01', 'Invalid Field Format');
  const { virtualAccountNo, referenceNo, trxDateTime, paymentRequestId } = read.data;
  const bill = await findByAccount(ctx.db, virtualAccountNo);
  if (bill === undefined) return code(call, 404, '12', 'Invalid Bill/Virtual Account');
  if (bill.amount !== amount) return code(call, 404, '13', 'Invalid Amount');
  await receivePayment(ctx, bill.id, {
    channel: 'va',
    reference: referenceNo,
    amount,
    paidAt: new Date(trxDateTime),
  });
  return code(call, 200, '00', 'Successful', {
    virtualAccountData: { paymentRequestId, virtualAccountNo, paidAmount: snapAmount(amount), paymentFlagStatus: '00' },
  });
}

function code(call: BankCall, status: number, last: string, responseMessage: string, more: object = {}): BankAnswer {
  return { status, body: { responseCode: `${status}${call.service}${last}`, responseMessage, ...more } };
}

function head(call: BankCall, name: string): string {
  const value = call.headers[name];
  return typeof value === 'string' ? value : '';
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
