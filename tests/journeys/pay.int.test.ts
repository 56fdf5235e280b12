// A paid permit in a browser without scripts: the fee is told before sending, the bill is paid by its code, the permit signed;
// and the same, not paid: reminded three times, then stopped.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeLapsed, getTracked } from '../../src/modules/cases/index.ts';
import type { BankSimulator } from '../../src/modules/payments/bank/simulator.ts';
import { closeBank, simulatedBank } from '../../src/modules/payments/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { codeOf, declared, errorsOf, fillIn } from '../support/journey.ts';
import { eventually } from '../support/office.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { payInCash } from '../support/pay.ts';
import { staffVisitor } from '../support/staff.ts';
import { createVisitor, type Seen, type Visitor } from '../support/visitor.ts';
import { walkThrough, walkTo } from '../support/walk-through.ts';

const morning = '2026-11-23T08:00:00+08:00';
let app: TestApp;
let bank: BankSimulator;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, listen: true, worker: true, clock: createTestClock(morning) });
  bank = await simulatedBank(app.platform, app.url);
}, 120_000);
afterAll(async () => {
  await closeBank(app.platform);
  await app.close();
});
beforeEach(() => app.clock.set(morning));

async function checkPage(visitor: Visitor): Promise<Seen> {
  const photo = asFile(await aPhoto(), 'titik.jpg', 'image/jpeg');
  const start = await visitor.submit(await visitor.get('/layanan/izin-reklame/mulai'));
  return fillIn(visitor, start, 'periksa', {
    'isi/pemohon-jenis': { pemohon_jenis: 'perorangan', diwakilkan: 'tidak' },
    'isi/reklame': { ukuran: 'insidentil', naskah: 'Pasar malam', panjang: '2', lebar: '1', jumlah: '1' },
    'isi/waktu': {
      'tgl_mulai.day': '1',
      'tgl_mulai.month': '12',
      'tgl_mulai.year': '2026',
      'tgl_selesai.day': '30',
      'tgl_selesai.month': '12',
      'tgl_selesai.year': '2026',
    },
    'isi/tempat': { 'lokasi.lat': '-4.0135', 'lokasi.lng': '119.6255', foto_titik: photo, wilayah: '73.72.01.1004' },
    'isi/pemohon': { nama: 'Andi Tenri Wulandari', nik: '7372 0117 0890 0001', hp: '0812-3456-7890' },
  });
}

/** Sent from the check page and brought to where it waits for the money. */
async function untilBilled(visitor: Visitor, check: Seen): Promise<{ number: string; trackingCode: string }> {
  const receipt = await visitor.submit(check, declared);
  const trackingCode = codeOf(receipt);
  expect(receipt.body, errorsOf(receipt)).toContain('Rp90.000');
  const { number } = await getTracked(app.ctx(), trackingCode);
  await walkTo(app, { number, trackingCode }, 'menunggu-bayar');
  return { number, trackingCode };
}

it('tells the fee, takes the payment by the code, and is signed', async () => {
  const visitor = createVisitor(app.fastify);
  const service = await visitor.get('/layanan/izin-reklame');
  expect(service.body).toContain('Dihitung dari isian');
  const check = await checkPage(visitor);
  expect(check.body).toContain('2 m x 1 m x 30 hari x Rp1.500 = Rp90.000');
  expect(check.body).toContain('UU 1/2022 Pasal 63');
  const sent = await untilBilled(visitor, check);
  const tracked = await visitor.get(`/lacak/${sent.trackingCode}`);
  expect(tracked.body).toContain('Bayar Rp90.000');
  const pay = await visitor.get(`/lacak/${sent.trackingCode}/bayar`);
  expect(pay.body).toContain('Kode QRIS tagihan ini');
  expect(pay.body).toContain('Nomor virtual account');
  const { bill } = (await getTracked(app.ctx(), sent.trackingCode)).state;
  const simulated = await fetch(`${bank.url}/bayar`, {
    method: 'POST',
    body: new URLSearchParams({ key: `qris:${bill?.billId}` }),
  });
  expect(await simulated.text()).toContain('Tidak ada uang yang berpindah');
  const paid = await visitor.get(`/lacak/${sent.trackingCode}/bayar`);
  expect(paid.body).toContain('Pembayaran diterima');
  const { tracked: end } = await walkThrough(app, sent);
  expect(end.target.state).toMatchObject({ state: 'terbit', status: 'done' });
});

it('stops what is not paid, after reminders', async () => {
  const visitor = createVisitor(app.fastify);
  const sent = await untilBilled(visitor, await checkPage(visitor));
  app.clock.advance({ days: 15 });
  const reminders = await app.database.query(
    "select payload->>'daysLeft' as days from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id where tasks.identifier like '%cases.remind' and payload->>'number' = '" +
      `${sent.number}'`,
  );
  expect(reminders.map(({ days }) => Number(days)).sort()).toEqual([1, 3, 7]);
  await closeLapsed(app.ctx());
  const state = await eventually(async () => {
    const now = (await getTracked(app.ctx(), sent.trackingCode)).state;
    return now.closedAt ? now : undefined;
  });
  expect(state).toMatchObject({ state: 'tidak-dibayar', status: 'cancelled' });
  const page = await visitor.get(`/lacak/${sent.trackingCode}`);
  expect(page.body).toContain('Berhenti karena tidak dibayar');
});

it('tells an open page of the bill when the money has come, and offers a link to look again without scripts', async () => {
  const visitor = createVisitor(app.fastify);
  const { trackingCode } = await untilBilled(visitor, await checkPage(visitor));
  const address = `/lacak/${trackingCode}/bayar`;
  const page = await visitor.get(address);
  expect(page.body).toContain(`data-url="${address}/keadaan"`);
  expect(page.body).toMatch(new RegExp(`<a href="${address}"[^>]*>Periksa lagi</a>`));
  const state = async () => JSON.parse((await visitor.get(`${address}/keadaan`)).body);
  expect(await state()).toEqual({ waiting: true });
  const target = await getTracked(app.ctx(), trackingCode);
  const treasurer = await staffVisitor(app, 'bendahara.bkd-keuangan');
  const bill = await treasurer.get(`/petugas/tagihan/${target.state.bill?.billId}`);
  expect(bill.body).toMatch(/<h1[^>]*>Tagihan [^<]*Rp90\.000<\/h1>/);
  expect(await payInCash(app, target)).toBe(true);
  expect(await state()).toEqual({ waiting: false });
  const paid = await visitor.get(address);
  expect(paid.body).not.toContain('data-module="await-payment"');
});
