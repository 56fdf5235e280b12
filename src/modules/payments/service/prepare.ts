// Asks the bank for the code and the account number of a bill. Slow and outside every transaction; repeated until it worked.
import type { Context } from '../../../platform/context.ts';
import { connectionOf } from '../connection.ts';
import { findBill, setAccountReady, setCode } from '../store/bills.ts';
import type { Bill } from '../types.ts';

const usualValidity = 14 * 86_400_000;

export async function prepareBill(ctx: Context, id: string): Promise<Bill | undefined> {
  const bill = await findBill(ctx.db, id);
  const connection = await connectionOf(ctx);
  if (bill?.state !== 'open' || connection === undefined) return bill;
  const expiresAt = bill.expiresAt ?? new Date(ctx.clock.now().getTime() + usualValidity);
  const { number, amount, virtualAccount } = bill;
  const asked = { id, number, amount, virtualAccount, name: `Pemohon ${bill.caseNumber}`, expiresAt };
  // The simulator forgets when it is started again; asking twice gives the same code.
  const again = connection.simulator !== undefined;
  if (bill.qrContent === null || again) await setCode(ctx.db, id, await connection.bank.makeCode(asked));
  if (!bill.vaReady || again) {
    await connection.bank.openAccount(asked);
    await setAccountReady(ctx.db, id);
  }
  return findBill(ctx.db, id);
}
