// The nouns of money owed to the city. Citizens' money is never held here: it goes to the city's account at its bank.
import type { LocalText } from '../../lib/locale.ts';

export const billStates = ['open', 'paid', 'expired', 'cancelled'] as const;
export type BillState = (typeof billStates)[number];
export const paymentChannels = ['qris', 'va', 'cash'] as const;
export type PaymentChannel = (typeof paymentChannels)[number];
export const exceptionReasons = ['late', 'duplicate', 'amount-differs', 'unknown-bill'] as const;
export type ExceptionReason = (typeof exceptionReasons)[number];
/** receivable: what is owed; revenue: what was billed; bank, treasurer: where it is; unplaced: paid, and owed back or unclear. */
export type Account = 'receivable' | 'revenue' | 'bank' | 'treasurer' | 'unplaced';

export interface Bill {
  readonly id: string;
  readonly number: string; // SKRD-2026-000123
  readonly caseId: string;
  readonly caseNumber: string;
  readonly service: string;
  readonly unitId: string;
  readonly amount: number;
  readonly legal: string;
  readonly derivation: LocalText | null;
  readonly accountCode: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date | null;
  readonly state: BillState;
  readonly virtualAccount: string; // eight characters of the city, padded with blanks, then the customer number
  readonly qrContent: string | null;
  readonly vaReady: boolean;
  readonly paidAt: Date | null;
}

export interface Payment {
  readonly id: string;
  readonly billId: string | null;
  readonly channel: PaymentChannel;
  readonly reference: string;
  readonly amount: number;
  readonly paidAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly state: 'accepted' | 'exception' | 'refunded';
  readonly reason: ExceptionReason | null;
  readonly receiptNumber: string | null;
  readonly refundReference: string | null;
  readonly refundedAt: Date | null;
}

/** A payment as a bank or the treasurer reports it. */
export interface Reported {
  readonly channel: PaymentChannel;
  readonly reference: string;
  readonly amount: number;
  readonly paidAt: Date;
  readonly recordedBy?: string | undefined;
}
