// What the simulated bank keeps: codes, virtual accounts and its own statement. Nothing here is money.
import { randomInt } from 'node:crypto';
import { issueQris } from './qris.ts';

export interface Collectable {
  readonly kind: 'qris' | 'va';
  readonly id: string; // partnerReferenceNo, or trxId
  readonly amount: number;
  readonly number: string; // of the bill, or the virtual account
  readonly content: string; // QRIS payload; empty for accounts
  readonly expiresAt: string;
  readonly rrn: string;
  paidAt?: string;
}
export interface Line {
  readonly transactionId: string;
  readonly amount: number;
  readonly at: string;
  readonly remark: string;
}
export interface Book {
  readonly items: Map<string, Collectable>; // kind:id
  readonly lines: Line[];
}

export const simulatedMerchant = {
  domain: 'ID.CO.CONTOH.WWW',
  pan: '936000000000000010',
  merchantId: '000000001',
  criteria: 'URE',
  nmid: 'ID1000000000001',
  category: '9399',
  name: 'PEMKOT SIMULASI',
  city: 'PAREPARE',
  postalCode: '91111',
};

export function newBook(): Book {
  return { items: new Map(), lines: [] };
}

export function newRrn(): string {
  return String(randomInt(1e11, 1e12));
}

/** The same bill twice is the same code: a repeated call changes nothing. */
export function keep(book: Book, item: Omit<Collectable, 'content' | 'rrn'>): Collectable {
  const key = `${item.kind}:${item.id}`;
  const known = book.items.get(key);
  if (known) return known;
  // Tag 62-01 holds 25 characters at most.
  const bill = { amount: item.amount, number: item.number.slice(0, 25), terminal: 'A01' };
  const content = item.kind === 'qris' ? issueQris(simulatedMerchant, bill) : '';
  const made: Collectable = { ...item, content, rrn: newRrn() };
  book.items.set(key, made);
  return made;
}
