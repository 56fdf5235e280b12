import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { applyByProgram } from '../../../tests/support/program.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { walkTo } from '../../../tests/support/walk-through.ts';
import { newId } from '../../platform/ids.ts';
import { type CaseRow, closeLapsed, getTracked, verifyCases } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import type { BankSimulator } from './bank/simulator.ts';
import { connectionOf } from './connection.ts';
import { reconcileDay, recordCash, recordRefund } from './service/treasury.ts';
import { closeBank, simulatedBank } from './testing.ts';

const morning = '2026-11-23T08:00:00+08:00';
let app: TestApp;
let bank: BankSimulator;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, listen: true, clock: createTestClock(morning) });
  bank = await simulatedBank(app.platform, app.url);
}, 120_000);
afterAll(async () => {
  await closeBank(app.platform);
  await app.close();
});
beforeEach(() => app.clock.set(morning));

interface Billed {
  readonly code: string;
  readonly number: string;
  readonly billId: string;
  readonly amount: number;
}

/** An advertising permit that waits for its payment, its page opened once so that the bank made the code. */
async function billed(): Promise<Billed> {
  const sent = await applyByProgram(app, 'izin-reklame', reklame);
  await walkTo(app, sent, 'menunggu-bayar');
  const { bill } = (await getTracked(app.ctx(), sent.trackingCode)).state;
  if (!bill) throw new Error('no bill');
  await app.fastify.inject(`/lacak/${sent.trackingCode}/bayar`);
  return { code: sent.trackingCode, number: sent.number, billId: bill.billId, amount: bill.amount };
}
const reklame = {
  ukuran: 'insidentil',
  panjang: 2,
  lebar: 1,
  jumlah: 1,
  tgl_mulai: '2026-12-01',
  tgl_selesai: '2026-12-30',
};

async function stateOf({ code }: Billed): Promise<CaseRow['state']> {
  return (await getTracked(app.ctx(), code)).state;
}
async function exceptions(billId: string) {
  return app.database.query(
    `select reason, state, amount from payments.payment where bill_id = '${billId}' and reason is not null`,
  );
}
const treasurer = async () => app.ctx(await anOfficer(app.ctx(), 'bendahara.bkd-keuangan'));

test('the bill is made with the state, of the amount of the tariff, once', async () => {
  const bill = await billed();
  expect(bill.amount).toBe(90_000); // 2 m x 1 m x 30 days x Rp1.500
  const [row] = await app.database.query(
    `select number, amount, legal, state, account_code from payments.bill where id = '${bill.billId}'`,
  );
  expect(row).toMatchObject({
    number: expect.stringMatching(/^SKRD-2026-\d{6}$/),
    state: 'open',
    account_code: '4.1.01.09',
  });
  const page = await app.fastify.inject(`/lacak/${bill.code}/bayar`);
  expect(page.body).toContain('Rp90.000');
  expect(page.body).toContain('2 m x 1 m x 30 hari x Rp1.500 = Rp90.000');
  expect(page.body).toContain('Pasal 63');
  expect(await app.database.query(`select 1 from payments.bill where case_number = '${bill.number}'`)).toHaveLength(1);
});

test('a code that is paid moves the case on by itself and leaves a receipt', async () => {
  const bill = await billed();
  expect(await bank.pay(`qris:${bill.billId}`)).toMatchObject({ status: 200 });
  const state = await stateOf(bill);
  expect(state.state).toBe('ditandatangani');
  expect(state.bill?.paidAt).toBeDefined();
  const page = await app.fastify.inject(`/lacak/${bill.code}/bayar`);
  expect(page.body).toMatch(/BB-2026-\d{6}/);
});

test('an account that is paid does the same, after the bank asked what it owes', async () => {
  const bill = await billed();
  const told = await bank.pay(`va:${bill.billId}`);
  expect([told.status, JSON.parse(told.body).responseCode]).toEqual([200, '2002500']);
  expect((await stateOf(bill)).state).toBe('ditandatangani');
  const again = await bank.pay(`va:${bill.billId}`);
  expect(JSON.parse(again.body).responseCode).toBe('4042414'); // asked again, the account owes nothing
});

test('when the message of the bank is lost, asking finds the payment', async () => {
  const bill = await billed();
  await bank.pay(`qris:${bill.billId}`, { quiet: true });
  expect((await stateOf(bill)).state).toBe('menunggu-bayar');
  const visitor = await staffVisitor(app, 'petugas.dpmptsp'); // any browser: the code in the address is the proof
  const page = await visitor.get(`/lacak/${bill.code}/bayar`);
  const seen = await visitor.submit(page, {}, { action: /bayar$/ });
  expect(seen.body).toContain('Pembayaran diterima');
  expect((await stateOf(bill)).state).toBe('ditandatangani');
});

test('paid twice is recorded twice, counted once, and given back by the treasurer', async () => {
  const bill = await billed();
  await bank.pay(`qris:${bill.billId}`);
  await bank.pay(`qris:${bill.billId}`);
  expect(await exceptions(bill.billId)).toMatchObject([{ reason: 'duplicate', state: 'exception' }]);
  const ctx = await treasurer();
  const [row] = await app.database.query(
    `select id from payments.payment where bill_id = '${bill.billId}' and reason = 'duplicate'`,
  );
  await recordRefund(ctx, String(row?.id), 'TRF-778');
  await recordRefund(ctx, String(row?.id), 'TRF-778');
  expect(await exceptions(bill.billId)).toMatchObject([{ state: 'refunded' }]);
});

test('another amount by a code is recorded and settles nothing; an account refuses it', async () => {
  const bill = await billed();
  await bank.pay(`qris:${bill.billId}`, { amount: bill.amount - 1_000 });
  expect(await exceptions(bill.billId)).toMatchObject([{ reason: 'amount-differs' }]);
  expect((await stateOf(bill)).state).toBe('menunggu-bayar');
  const refused = await bank.pay(`va:${bill.billId}`, { amount: bill.amount + 1 });
  expect(JSON.parse(refused.body).responseCode).toBe('4042513');
});

test('not paid in time the application stops, and what comes later is kept for the treasurer', async () => {
  const bill = await billed();
  app.clock.advance({ days: 15 });
  await closeLapsed(app.ctx());
  expect(await stateOf(bill)).toMatchObject({ state: 'tidak-dibayar', status: 'cancelled' });
  const [row] = await app.database.query(`select state from payments.bill where id = '${bill.billId}'`);
  expect(row).toEqual({ state: 'expired' });
  await bank.pay(`qris:${bill.billId}`);
  expect(await exceptions(bill.billId)).toMatchObject([{ reason: 'late', state: 'exception' }]);
  const page = await app.fastify.inject(`/lacak/${bill.code}/bayar`);
  expect(page.body).toContain('Jangan membayar lagi');
});

test('a forged, old, changed or repeated message of the bank changes nothing', async () => {
  const bill = await billed();
  const connection = await connectionOf(app.platform);
  const url = '/api/v1/bank/v1.0/qr/qr-mpm-notify';
  const body = JSON.stringify({
    originalPartnerReferenceNo: bill.billId,
    latestTransactionStatus: '00',
    amount: { value: `${bill.amount}.00`, currency: 'IDR' },
    additionalInfo: { rrn: '123', paidTime: '2026-11-23T08:00:00+08:00' },
  });
  const send = (headers: Record<string, string>) =>
    app.fastify.inject({
      method: 'POST',
      url,
      payload: body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const plain = {
    'x-timestamp': app.clock.now().toISOString(),
    'x-partner-id': connection?.config.partnerId ?? '',
    'x-external-id': newId(),
  };
  expect((await send({ ...plain, 'x-signature': 'bm8=' })).statusCode).toBe(401);
  expect((await send({ ...plain, authorization: 'Bearer x', 'x-signature': 'bm8=' })).json()).toMatchObject({
    responseCode: '4015200',
  });
  expect((await send({ ...plain, 'x-timestamp': '2026-11-23T07:00:00+08:00' })).json().responseMessage).toContain(
    'X-TIMESTAMP',
  );
  expect(
    (await app.fastify.inject({ method: 'POST', url, payload: '{', headers: { 'content-type': 'application/json' } }))
      .statusCode,
  ).toBe(400);
  expect((await stateOf(bill)).state).toBe('menunggu-bayar');
});

test('the same message again gets the same answer, and with another body a conflict', async () => {
  const bill = await billed();
  const sent = await bank.pay(`qris:${bill.billId}`, { externalId: 'sama-1' });
  const again = await bank.repeat();
  expect(again).toEqual(sent);
  expect(await app.database.query(`select 1 from payments.payment where bill_id = '${bill.billId}'`)).toHaveLength(1);
  const other = await billed();
  expect((await bank.pay(`qris:${other.billId}`, { externalId: 'sama-1' })).status).toBe(409);
});

test('cash is taken by the treasurer only, whole, and pressed twice once', async () => {
  const bill = await billed();
  const request = newId();
  await expect(
    recordCash(app.ctx(await anOfficer(app.ctx(), 'petugas.dpmptsp')), bill.billId, request),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const ctx = await treasurer();
  const [one, two] = await Promise.all([recordCash(ctx, bill.billId, request), recordCash(ctx, bill.billId, request)]);
  expect(one.id).toBe(two.id);
  await expect(recordCash(ctx, bill.billId, newId())).rejects.toMatchObject({ code: 'payments.not_open' });
  expect((await stateOf(bill)).state).toBe('ditandatangani');
});

test('a case that is withdrawn owes nothing', async () => {
  const bill = await billed();
  const visitor = await staffVisitor(app, 'petugas.dpmptsp');
  const page = await visitor.get(`/lacak/${bill.code}`);
  await visitor.submit(page, {}, { action: /batalkan$/ });
  const [row] = await app.database.query(`select state from payments.bill where id = '${bill.billId}'`);
  expect(row).toEqual({ state: 'cancelled' });
});

test('the day agrees with the bank, but for what was done wrong on purpose', async () => {
  app.clock.set('2026-11-25T09:00:00+08:00');
  const good = await billed();
  await bank.pay(`qris:${good.billId}`);
  const lost = await billed();
  await bank.pay(`qris:${lost.billId}`, { quiet: true });
  const ctx = await treasurer();
  const rows = await reconcileDay(ctx, new Date('2026-11-25T00:00:00+08:00'), new Date('2026-11-26T00:00:00+08:00'));
  expect(rows.map(({ match }) => match).sort()).toEqual(['matched', 'missing-here']);
  const visitor = await staffVisitor(app, 'bendahara.bkd-keuangan');
  const page = await visitor.get('/petugas/rekonsiliasi?tanggal=2026-11-25');
  expect(page.body).toContain('Ada di bank, belum ada di sini');
});

test('the treasurer’s list and file name bills, no person', async () => {
  const bill = await billed();
  const visitor = await staffVisitor(app, 'bendahara.bkd-keuangan');
  const page = await visitor.get('/petugas/tagihan?keadaan=open');
  expect(page.status).toBe(200);
  expect(page.body).toContain('SKRD-2026-');
  const file = await visitor.get(`/petugas/tagihan.csv?cari=${bill.number}`);
  expect(file.body.split('\r\n')).toHaveLength(3);
  expect(file.body).toContain(',90000,4.1.01.09,');
  const stranger = await (await staffVisitor(app, 'petugas.lompoe')).get('/petugas/tagihan');
  expect(stranger.status).toBe(403);
});

test('every posting adds up to nothing, and every history to its projection', async () => {
  const wrong = await app.database.query(
    'select posting_id from payments.entry group by posting_id having sum(amount) <> 0',
  );
  expect(wrong).toEqual([]);
  const [{ owed } = { owed: null }] = await app.database.query(
    "select coalesce(sum(amount), 0)::int as owed from payments.entry where account = 'receivable'",
  );
  const [{ open } = { open: null }] = await app.database.query(
    "select coalesce(sum(amount), 0)::int as open from payments.bill where state = 'open'",
  );
  expect(owed).toBe(open);
  expect((await verifyCases(app.ctx())).faults).toEqual([]);
});
