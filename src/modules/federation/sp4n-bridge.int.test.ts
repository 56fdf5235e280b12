// The bridge to SP4N-LAPOR! as it runs by itself: by the clock of the worker, in development against a simulator, its failures to be seen.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { eventually } from '../../../tests/support/office.ts';
import { createVisitor, textOf } from '../../../tests/support/visitor.ts';
import { trackingCodeOf } from '../cases/index.ts';
import { aStaffVisitor } from '../desk/testing.ts';
import { withPartnerSimulator } from './index.ts';
import { exchangeSp4n } from './sp4n/exchange.ts';
import { type Sp4nSimulator, startSp4nSimulator } from './sp4n/simulator.ts';

let app: TestApp;
let simulator: Sp4nSimulator;
beforeAll(async () => {
  simulator = await startSp4nSimulator({ key: 'uji' });
  app = await startTestApp({ loadRegion: true, worker: true, config: { sp4n: { url: simulator.url, key: 'uji' } } });
}, 240_000);
afterAll(async () => {
  await app?.close();
  await simulator.close();
});

const line = (tracking_id: string, over: Record<string, unknown> = {}) => ({
  ...{ tracking_id, klasifikasi: 'PENGADUAN', isi: 'Lampu lorong gelap', tanggal_laporan: '2026-11-20T08:00:00.000Z' },
  ...over,
});
const imported = async (trackingId: string) =>
  (await app.database.query('select case_id, number from federation.sp4n where tracking_id = $1', [trackingId]))[0];

it('stands in the worker’s timetable, every 15 minutes, and its job does the exchange', async () => {
  const known = await app.database.query('select identifier from graphile_worker._private_known_crontabs');
  expect(known.map(({ identifier }) => identifier)).toContain('parepare/federation.sp4n');
  simulator.reports.push(line('B-1'));
  await app.ctx().jobs.add(app.ctx().db, 'federation.sp4n', {});
  const row = await eventually(() => imported('B-1'));
  const answer = await eventually(async () => simulator.answers.find(({ tracking_id }) => tracking_id === 'B-1'));
  expect(answer).toMatchObject({ nomor_daerah: row.number, status: 'Belum terverifikasi', klasifikasi: 'PENGADUAN' });
  expect(Object.keys(answer.batas as object)).toEqual(expect.arrayContaining(['verifikasi', 'selesai']));
});

it('their tracking id stands beside ours for the reporter and for officers', async () => {
  const row = await imported('B-1');
  const code = trackingCodeOf(app.ctx().secrets, String(row?.case_id));
  expect(textOf(await createVisitor(app.fastify).get(`/lacak/${code}`))).toMatch(/Nomor SP4N-LAPOR!\s*B-1/);
  const english = createVisitor(app.fastify, { language: 'en' });
  expect(textOf(await english.get(`/lacak/${code}`))).toMatch(/SP4N-LAPOR! number\s*B-1/);
  const verifier = await aStaffVisitor(app, 'verifikator.diskominfo');
  for (const path of ['/petugas/berkas/', '/kerja/laporan/'])
    expect((await verifier.get(`${path}${row?.number}`)).body, path).toContain('Nomor SP4N-LAPOR!');
});

it('a bridge that is down, a key that is refused and lines that cannot be used are seen by who dispatches, and pass', async () => {
  const verifier = await aStaffVisitor(app, 'verifikator.diskominfo');
  const shown = async () => textOf({ body: (await verifier.get('/kerja/mitra')).body } as Parameters<typeof textOf>[0]);
  await exchangeSp4n(app.ctx());
  expect(await shown()).toMatch(/SP4N-LAPOR!\s*Tersambung, diperiksa/);
  simulator.become('down');
  await exchangeSp4n(app.ctx());
  expect(await shown()).toContain('meminta kami datang lagi');
  simulator.become('well');
  await exchangeSp4n({ ...app.ctx(), config: { ...app.platform.config, sp4n: { url: simulator.url, key: 'salah' } } });
  expect(await shown()).toContain('menolak kunci kami');
  simulator.reports.push(line('B-2', { klasifikasi: 'LAIN' }), line('B-3', { isi: '' }), line('B-4'));
  await exchangeSp4n(app.ctx());
  expect(await shown()).toContain('Ada baris dari SP4N-LAPOR! yang tidak bisa dipakai. Baris 2: class; 3: text');
  expect(await imported('B-4')).toBeDefined();
  simulator.reports.splice(1, 2);
  await exchangeSp4n(app.ctx());
  expect(await shown()).not.toContain('tidak bisa dipakai');
  const partner = await aStaffVisitor(app, 'petugas.ext-pln');
  expect((await partner.get('/kerja/mitra')).body).not.toContain('SP4N');
});

it('in development a labelled simulator answers, unless a real bridge is set', async () => {
  const { sp4n: _, ...bare } = app.platform.config;
  const started = await withPartnerSimulator({ ...bare, sp4n: undefined, partnerSimulator: true }, () =>
    app.clock.now(),
  );
  const headers = { 'x-api-key': started.config.sp4n?.key ?? '' };
  const answer = await fetch(`${started.config.sp4n?.url}/laporan?sejak=2026-01-01`, { headers });
  expect([answer.status, answer.headers.get('x-loket24-simulator')]).toEqual([200, 'TIDAK BERLAKU']);
  await started.close();
  const real = { url: 'https://jembatan.contoh.go.id', key: 'k' };
  const kept = await withPartnerSimulator({ ...bare, sp4n: real, partnerSimulator: true }, () => app.clock.now());
  expect([kept.config.sp4n, kept.config.sp4nSimulatorUrl]).toEqual([real, undefined]);
  await kept.close();
  const off = await withPartnerSimulator({ ...bare, sp4n: undefined, partnerSimulator: false }, () => app.clock.now());
  expect(off.config.sp4n).toBeUndefined();
  await off.close();
});
