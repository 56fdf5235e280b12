// Everything on the counter's one screen, as an officer of Lompoe fills it in.
import { errorsOf } from '../support/journey.ts';
import { staffVisitor } from '../support/staff.ts';
import type { Seen, Values, Visitor } from '../support/visitor.ts';
import { formBody } from './play.ts';
import { type Prepared, papersFor, type Running, withFiles } from './running.ts';

interface Desk {
  readonly officer: Visitor;
  readonly screen: Seen;
}
export async function openCounter({ app }: Running, { def }: Prepared): Promise<Desk> {
  const officer = await staffVisitor(app, 'petugas.lompoe');
  return { officer, screen: await officer.get(`/kerja/loket/${def.service}`) };
}

/** The number of the case. */
export async function atTheCounter(running: Running, prepared: Prepared): Promise<string> {
  return numberOn(await receiptAtTheCounter(running, prepared));
}

export async function receiptAtTheCounter(running: Running, prepared: Prepared): Promise<Seen> {
  const { def } = prepared;
  const papers = def.documents.map((rule) => [`dokumen.${rule.id}`, papersFor(running, prepared, rule.id)] as const);
  return sendAtTheCounter(running, prepared, {
    desk: await openCounter(running, prepared),
    values: Object.fromEntries(papers),
  });
}

export function numberOn(receipt: Seen): string {
  const number = /data-number="([A-Z]\d{9})"/.exec(receipt.body)?.[1];
  if (number === undefined) throw new Error(`${receipt.path} (${receipt.status}): ${errorsOf(receipt)}`);
  return number;
}

/** Presses "send" with these answers, and with `values` over them. */
export async function sendAtTheCounter(
  running: Running,
  { def, told }: Prepared,
  { desk, values }: { desk: Desk; values: Values },
): Promise<Seen> {
  const all = {
    ...withFiles(running, formBody(told), def),
    ...values,
    _aksi: 'kirim',
    _kenal: 'ktp-el',
    _pernyataan: def.declare.map((_, index) => String(index)),
  };
  return desk.officer.submit(desk.screen, all, { action: /loket\/[a-z0-9-]+$/ });
}
