// Bills as a table for a spreadsheet. A cell never starts a formula there, whatever it holds.
import type { Bill } from './types.ts';

const columns = ['nomor', 'permohonan', 'layanan', 'jumlah', 'kode_rekening', 'dasar', 'keadaan', 'dibuat', 'dibayar'];

export function billsCsv(bills: readonly Bill[]): string {
  const rows = bills.map((bill) => [
    bill.number,
    bill.caseNumber,
    bill.service,
    String(bill.amount),
    bill.accountCode ?? '',
    bill.legal,
    bill.state,
    bill.madeAt.toISOString(),
    bill.paidAt?.toISOString() ?? '',
  ]);
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
