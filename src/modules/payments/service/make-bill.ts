// A case that must be paid for gets its bill, numbered and booked, in the transaction that moved the case.
import { feeOf } from '../../../definition/fees/fee-of.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import type { CaseActed, CaseBilled, CaseLapsed } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { documentNumber, linesOfBill, linesOfVoid, virtualAccountOf } from '../rules.ts';
import { insertBill, openBillsOf, setState, takeSequence } from '../store/bills.ts';
import { post } from '../store/payments.ts';

declare module '../../../platform/jobs/queue.ts' {
  interface Jobs {
    'payments.prepare': { readonly id: string };
  }
}

// Without a bank the account number is only a number of ours; nobody is shown it.
const noBank = '0';

export async function makeBill(ctx: Context, { target, bill }: CaseBilled): Promise<void> {
  const { definition } = await getVersion(ctx, target.state.versionId);
  const now = ctx.clock.now();
  await voidOpenBills(ctx, target.id, 'cancelled');
  const year = Number(localDateOf(now, ctx.region.timezone).slice(0, 4));
  const sequence = await takeSequence(ctx.db, 'bill', year);
  const prefix = ctx.config.bank?.partnerServiceId ?? (ctx.config.development ? '77724' : noBank);
  const paid = bill.amount === 0;
  await insertBill(ctx.db, {
    id: bill.billId,
    number: documentNumber('bill', year, sequence),
    caseId: target.id,
    caseNumber: target.number,
    service: definition.service,
    unitId: target.state.unitId,
    amount: bill.amount,
    legal: bill.legal,
    derivation: feeOf(definition, target.state.answers)?.how ?? null,
    accountCode: definition.standard.fee.account ?? null,
    madeAt: now,
    expiresAt: bill.expiresAt === undefined ? null : new Date(bill.expiresAt),
    state: paid ? 'paid' : 'open',
    virtualAccount: virtualAccountOf(prefix, year, sequence),
    qrContent: null,
    vaReady: false,
    paidAt: paid ? now : null,
  });
  if (paid) return;
  await post(ctx.db, { at: now, billId: bill.billId, paymentId: null }, linesOfBill(bill.amount));
  await ctx.jobs.add(ctx.db, 'payments.prepare', { id: bill.billId }, { maxAttempts: 20 });
}

/** A case that ended otherwise (refused, withdrawn) owes nothing any more. */
export async function voidOnEnd(ctx: Context, { target }: CaseActed): Promise<void> {
  if (target.state.closedAt !== undefined) await voidOpenBills(ctx, target.id, 'cancelled');
}

export async function voidOnLapse(ctx: Context, { target }: CaseLapsed): Promise<void> {
  await voidOpenBills(ctx, target.id, 'expired');
}

async function voidOpenBills(ctx: Context, caseId: string, state: 'expired' | 'cancelled'): Promise<void> {
  for (const bill of await openBillsOf(ctx.db, caseId)) {
    await setState(ctx.db, bill.id, state);
    await post(ctx.db, { at: ctx.clock.now(), billId: bill.id, paymentId: null }, linesOfVoid(bill.amount));
  }
}
