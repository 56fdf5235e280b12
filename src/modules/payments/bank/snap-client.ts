// What we ask the bank for, in the words of SNAP BI.
import { z } from 'zod';
import { newId } from '../../../platform/ids.ts';
import { readSnapAmount, snapAmount, snapTimestamp } from './signatures.ts';
import { type BankEnvironment, callerOf } from './snap-call.ts';

export interface BankCode {
  readonly content: string; // the QRIS payload
  readonly reference: string;
}
export interface PaidAtBank {
  readonly amount: number;
  readonly paidAt: string;
  readonly reference: string; // RRN
}
export interface StatementLine {
  readonly reference: string;
  readonly amount: number;
  readonly at: string;
  readonly remark: string;
}
export interface BankBill {
  readonly id: string; // partnerReferenceNo, trxId
  readonly number: string;
  readonly amount: number;
  readonly virtualAccount: string;
  readonly name: string;
  readonly expiresAt: Date;
}
export interface Bank {
  readonly makeCode: (bill: BankBill) => Promise<BankCode>;
  readonly openAccount: (bill: BankBill) => Promise<void>;
  /** What the bank knows of a bill's code: paid, or not (yet). */
  readonly askCode: (id: string) => Promise<PaidAtBank | undefined>;
  readonly statement: (from: Date, until: Date) => Promise<StatementLine[]>;
}
const Amount = z.object({ value: z.string() });

export function connectBank(environment: BankEnvironment): Bank {
  const { config, timezone } = environment;
  const call = callerOf(environment);
  const stamp = (at: Date) => snapTimestamp(at, timezone);
  return {
    makeCode: async (bill) => {
      const answer = await call('/v1.0/qr/qr-mpm-generate', {
        partnerReferenceNo: bill.id,
        amount: snapAmount(bill.amount),
        merchantId: config.merchantId,
        validityPeriod: stamp(bill.expiresAt),
        additionalInfo: { billNumber: bill.number },
      });
      const { qrContent, referenceNo } = z.object({ qrContent: z.string(), referenceNo: z.string() }).parse(answer);
      return { content: qrContent, reference: referenceNo };
    },
    openAccount: async (bill) => {
      await call('/v1.0/transfer-va/create-va', {
        partnerServiceId: config.partnerServiceId.padStart(8, ' '),
        customerNo: bill.virtualAccount.slice(8),
        virtualAccountNo: bill.virtualAccount,
        virtualAccountName: bill.name,
        trxId: bill.id,
        totalAmount: snapAmount(bill.amount),
        expiredDate: stamp(bill.expiresAt),
      });
    },
    askCode: async (id) => {
      const answer = await call('/v1.0/qr/qr-mpm-query', { originalPartnerReferenceNo: id, serviceCode: '47' });
      const { latestTransactionStatus, paidTime, amount, additionalInfo } = z
        .object({
          latestTransactionStatus: z.string(),
          paidTime: z.string().optional(),
          amount: Amount.optional(),
          additionalInfo: z.object({ rrn: z.string() }).optional(),
        })
        .parse(answer);
      const paid = readSnapAmount(amount?.value ?? '');
      if (latestTransactionStatus !== '00' || paid === undefined || !paidTime || !additionalInfo) return undefined;
      return { amount: paid, paidAt: paidTime, reference: additionalInfo.rrn };
    },
    statement: async (from, until) => {
      const answer = await call('/v1.0/bank-statement', {
        partnerReferenceNo: newId(),
        fromDateTime: stamp(from),
        toDateTime: stamp(until),
      });
      const Line = z.object({
        transactionId: z.string(),
        amount: Amount,
        transactionDate: z.string(),
        remark: z.string(),
      });
      const { detailData } = z.object({ detailData: z.array(Line) }).parse(answer);
      return detailData.map(({ transactionId, amount, transactionDate, remark }) => ({
        reference: transactionId,
        amount: readSnapAmount(amount.value) ?? 0,
        at: transactionDate,
        remark,
      }));
    },
  };
}
