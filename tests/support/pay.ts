// The treasurer takes cash for a case that waits for payment, at his own page.
import type { CaseRow } from '../../src/modules/cases/index.ts';
import type { TestApp } from './app.ts';
import { staffVisitor } from './staff.ts';

/** @returns false when the case waits for no payment. */
export async function payInCash(app: TestApp, { state }: CaseRow): Promise<boolean> {
  const { bill } = state;
  if (bill === undefined || bill.paidAt !== undefined) return false;
  const treasurer = await staffVisitor(app, 'bendahara.bkd-keuangan');
  const page = await treasurer.get(`/petugas/tagihan/${bill.billId}`);
  const seen = await treasurer.submit(page, {}, { action: /tunai$/ });
  if (!seen.body.includes('Bukti bayar tunai')) throw new Error(`cash: ${seen.path} (${seen.status})`);
  return true;
}
