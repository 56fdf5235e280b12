// Pure decisions about bills and payments.
import type { Account, Bill, ExceptionReason, Payment, PaymentChannel, Reported } from './types.ts';

export type Verdict =
  | { readonly kind: 'settles' }
  | { readonly kind: 'repeated'; readonly payment: Payment }
  | { readonly kind: 'exception'; readonly reason: ExceptionReason };

/** What a reported payment means for its bill. Money that came is never refused: what cannot be placed is an exception. */
export function judge(
  bill: Pick<Bill, 'state' | 'amount'> | undefined,
  reported: Pick<Reported, 'amount'>,
  known: Payment | undefined,
): Verdict {
  if (known !== undefined) return { kind: 'repeated', payment: known };
  if (bill === undefined) return { kind: 'exception', reason: 'unknown-bill' };
  if (bill.state === 'paid') return { kind: 'exception', reason: 'duplicate' };
  if (bill.state !== 'open') return { kind: 'exception', reason: 'late' };
  if (bill.amount !== reported.amount) return { kind: 'exception', reason: 'amount-differs' };
  return { kind: 'settles' };
}

export interface Line {
  readonly account: Account;
  readonly amount: number; // debit positive, credit negative
}

export function linesOfBill(amount: number): Line[] {
  return balanced([
    { account: 'receivable', amount },
    { account: 'revenue', amount: -amount },
  ]);
}

/** A bill nobody can pay any more is owed no longer. */
export function linesOfVoid(amount: number): Line[] {
  return linesOfBill(amount).map(({ account, amount: part }) => ({ account, amount: -part }));
}

export function linesOfPayment(channel: PaymentChannel, amount: number, settles: boolean): Line[] {
  return balanced([
    { account: channel === 'cash' ? 'treasurer' : 'bank', amount },
    { account: settles ? 'receivable' : 'unplaced', amount: -amount },
  ]);
}

export function linesOfRefund(channel: PaymentChannel, amount: number): Line[] {
  return balanced([
    { account: 'unplaced', amount },
    { account: channel === 'cash' ? 'treasurer' : 'bank', amount: -amount },
  ]);
}

function balanced(lines: Line[]): Line[] {
  if (lines.reduce((sum, line) => sum + line.amount, 0) !== 0) throw new Error('a posting must add up to nothing');
  return lines.filter((line) => line.amount !== 0);
}

/** SKRD-2026-000123, BB-2026-000007. */
export function documentNumber(kind: 'bill' | 'receipt', year: number, sequence: number): string {
  return `${kind === 'bill' ? 'SKRD' : 'BB'}-${year}-${String(sequence).padStart(6, '0')}`;
}

/** partnerServiceId padded with blanks to eight, then the year and the number of the bill. */
export function virtualAccountOf(partnerServiceId: string, year: number, sequence: number): string {
  return partnerServiceId.padStart(8, ' ') + String(year).slice(2) + String(sequence).padStart(8, '0');
}

export interface BankLine {
  readonly reference: string;
  readonly amount: number;
  readonly at: string;
  readonly remark: string;
}
export const matches = ['matched', 'missing-here', 'missing-there', 'amount-differs', 'duplicate'] as const;
export type Match = (typeof matches)[number];
export interface Reconciled {
  readonly reference: string;
  readonly match: Match;
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
  readonly remark: string;
}

/** The platform's bank payments of a day against the bank's statement, by the bank's reference. */
export function reconcile(
  payments: readonly Pick<Payment, 'reference' | 'amount' | 'reason'>[],
  lines: readonly BankLine[],
): Reconciled[] {
  const unseen = new Map(payments.map((payment) => [payment.reference, payment]));
  const seen = new Set<string>();
  const fromBank = lines.map((line): Reconciled => {
    const ours = unseen.get(line.reference);
    const again = seen.has(line.reference);
    seen.add(line.reference);
    const match = again || ours?.reason === 'duplicate' ? 'duplicate' : matchOf(ours?.amount, line.amount);
    return { reference: line.reference, match, ours: ours?.amount, theirs: line.amount, remark: line.remark };
  });
  const onlyHere = payments
    .filter((payment) => !seen.has(payment.reference))
    .map(
      ({ reference, amount }): Reconciled => ({
        reference,
        match: 'missing-there',
        ours: amount,
        theirs: undefined,
        remark: '',
      }),
    );
  return [...fromBank, ...onlyHere];
}

function matchOf(ours: number | undefined, theirs: number): Match {
  if (ours === undefined) return 'missing-here';
  return ours === theirs ? 'matched' : 'amount-differs';
}
