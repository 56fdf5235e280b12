// The simulated bank's answers to signed calls, with the response codes of SNAP BI.
import { z } from 'zod';
import { readSnapAmount, snapAmount } from './signatures.ts';
import { type Book, keep, simulatedMerchant } from './simulator-book.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly html?: string;
  readonly location?: string;
}

const Amount = z.object({ value: z.string(), currency: z.literal('IDR') });
type Handler = (book: Book, body: unknown) => Answer;

export function answerCall(book: Book, path: string, body: string): Answer {
  const handler = handlers.get(path);
  if (handler === undefined) return { status: 404, body: { responseCode: '4040000', responseMessage: 'Not Found' } };
  return handler(book, JSON.parse(body));
}

const GenerateRequest = z.object({
  partnerReferenceNo: z.string().regex(/^[\w.~-]{16,64}$/),
  amount: Amount,
  merchantId: z.string(),
  validityPeriod: z.string(),
  additionalInfo: z.object({ billNumber: z.string() }),
});
const generate: Handler = (book, body) => {
  const read = GenerateRequest.safeParse(body);
  const amount = readSnapAmount(read.data?.amount.value ?? '');
  if (!read.success) return wrong('4004701', 'Invalid Field Format');
  if (read.data.merchantId !== simulatedMerchant.nmid) return wrong('4044708', 'Invalid Merchant');
  if (amount === undefined || amount < 1) return wrong('4044713', 'Invalid Amount');
  const { partnerReferenceNo, validityPeriod, additionalInfo } = read.data;
  const code = keep(book, {
    kind: 'qris',
    id: partnerReferenceNo,
    amount,
    number: additionalInfo.billNumber,
    expiresAt: validityPeriod,
  });
  return ok('2004700', { referenceNo: code.rrn, partnerReferenceNo, qrContent: code.content });
};

const query: Handler = (book, body) => {
  const { originalPartnerReferenceNo } = z
    .object({ originalPartnerReferenceNo: z.string(), serviceCode: z.literal('47') })
    .parse(body);
  const code = book.items.get(`qris:${originalPartnerReferenceNo}`);
  if (code === undefined) return ok('2005100', { latestTransactionStatus: '07', transactionStatusDesc: 'Not Found' });
  if (code.paidAt === undefined)
    return ok('2005100', { latestTransactionStatus: '01', transactionStatusDesc: 'Initiated' });
  return ok('2005100', {
    originalPartnerReferenceNo,
    latestTransactionStatus: '00',
    transactionStatusDesc: 'Success',
    paidTime: code.paidAt,
    amount: snapAmount(code.amount),
    feeAmount: snapAmount(0),
    additionalInfo: { issuer: 'Bank Simulasi', rrn: code.rrn },
  });
};

const AccountRequest = z.object({
  partnerServiceId: z.string().length(8),
  customerNo: z.string().regex(/^\d{1,20}$/),
  virtualAccountNo: z.string().max(28),
  virtualAccountName: z.string(),
  trxId: z.string(),
  totalAmount: Amount,
  expiredDate: z.string(),
});
const createAccount: Handler = (book, body) => {
  const read = AccountRequest.safeParse(body);
  const amount = readSnapAmount(read.data?.totalAmount.value ?? '');
  if (!read.success || amount === undefined) return wrong('4002701', 'Invalid Field Format');
  const { trxId, virtualAccountNo, partnerServiceId, customerNo, expiredDate } = read.data;
  if (virtualAccountNo !== partnerServiceId + customerNo) return wrong('4002701', 'Invalid Field virtualAccountNo');
  keep(book, { kind: 'va', id: trxId, amount, number: virtualAccountNo, expiresAt: expiredDate });
  return ok('2002700', { virtualAccountData: read.data });
};

const statement: Handler = (book, body) => {
  const { fromDateTime, toDateTime } = z.object({ fromDateTime: z.string(), toDateTime: z.string() }).parse(body);
  const [from, to] = [Date.parse(fromDateTime), Date.parse(toDateTime)];
  const detailData = book.lines
    .filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to)
    .map(({ transactionId, amount, at, remark }) => ({
      transactionId,
      amount: snapAmount(amount),
      transactionDate: at,
      remark,
      type: 'CREDIT',
    }));
  return ok('2001400', { detailData });
};

const handlers: ReadonlyMap<string, Handler> = new Map([
  ['/v1.0/qr/qr-mpm-generate', generate],
  ['/v1.0/qr/qr-mpm-query', query],
  ['/v1.0/transfer-va/create-va', createAccount],
  ['/v1.0/bank-statement', statement],
]);

function ok(responseCode: string, content: object): Answer {
  return { status: 200, body: { responseCode, responseMessage: 'Successful', ...content } };
}
function wrong(responseCode: string, responseMessage: string): Answer {
  return { status: Number(responseCode.slice(0, 3)), body: { responseCode, responseMessage } };
}
