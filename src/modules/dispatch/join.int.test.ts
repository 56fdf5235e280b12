import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { textOf } from '../../../tests/support/visitor.ts';
import { aReport, dispatch, lampPoint } from '../complaints/testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const reportOf = async (number: string) =>
  (await app.database.query(`select * from complaints.report where number = '${number}'`))[0] ?? {};
const nearPoint = { lat: lampPoint.lat + 0.0004, long: lampPoint.long }; // about 44 m
const farPoint = { lat: lampPoint.lat + 0.01, long: lampPoint.long }; // more than a kilometre

test('open reports near by that are alike stand on the page, not published ones among them; secret and far ones do not', async () => {
  const first = await aReport(app.ctx(), { text: 'Lampu lorong 3 mati, tanya Pak Rahman 081234567890' });
  const far = await aReport(app.ctx(), { point: farPoint });
  const secret = await aReport(app.ctx(), { level: 'secret', text: 'Lampu lorong 3 mati juga' });
  const { number } = await aReport(app.ctx(), { text: 'Lampu di lorong 3 padam', point: nearPoint });
  const page = await (await staffVisitor(app, 'verifikator.diskominfo')).get(`/kerja/laporan/${number}`);
  expect(textOf(page)).toContain('44 meter dari sini');
  expect(page.body).toContain(`href="/kerja/laporan/${first.number}"`);
  expect(page.body).not.toContain('081234567890');
  for (const other of [far, secret]) expect(page.body).not.toContain(other.number);
});

test('merged with one tap and taken apart again; pressed twice nothing happens twice', async () => {
  const place = { lat: -4.03, long: 119.65 };
  const first = await aReport(app.ctx(), {
    text: 'Pohon tumbang menutup jalan',
    category: 'lingkungan.pohon',
    point: place,
  });
  const second = await aReport(app.ctx(), {
    text: 'Pohon tumbang di jalan',
    category: 'lingkungan.pohon',
    point: place,
  });
  const own = (await reportOf(second.number)).problem_id;
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get(`/kerja/laporan/${second.number}`);
  const joined = await desk.submit(page, {}, { action: /gabung$/ });
  expect(textOf(joined)).toContain('sudah digabung');
  expect(textOf(await desk.submit(page, {}, { action: /gabung$/ }))).toContain('sudah digabung');
  expect((await reportOf(second.number)).problem_id).toBe((await reportOf(first.number)).problem_id);
  const apart = await desk.submit(joined, { alasan: 'Pohon yang lain' }, { action: /lepas$/ });
  expect(textOf(apart)).toContain('ditangani sendiri lagi');
  expect((await reportOf(second.number)).problem_id).toBe(own);
  const history = await app.database.query(
    `select what, reason from complaints.attachment where case_id = '${second.caseId}' order by at, id`,
  );
  expect(history).toEqual([
    { what: 'joined', reason: null },
    { what: 'undone', reason: 'Pohon yang lain' },
  ]);
});

test('an office finds only its own reports to merge with', async () => {
  const place = { lat: -4.02, long: 119.64 };
  const mine = await aReport(app.ctx(), { point: place });
  const alsoMine = await aReport(app.ctx(), { point: place });
  const others = await aReport(app.ctx(), { point: place });
  for (const { number } of [mine, alsoMine]) await dispatch(app.ctx(), number);
  await dispatch(app.ctx(), others.number, { unit: 'pupr' });
  const page = await (await staffVisitor(app, 'petugas.dishub')).get(`/kerja/laporan/${mine.number}`);
  expect(page.body).toContain(alsoMine.number);
  expect(page.body).not.toContain(others.number);
});

test('a note stands on the page for officers; an empty one is refused, and the reporter never reads it', async () => {
  const { number, trackingCode } = await aReport(app.ctx());
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get(`/kerja/laporan/${number}`);
  expect((await desk.submit(page, { catatan: ' ' }, { action: /catatan$/ })).status).toBe(422);
  const noted = await desk.submit(page, { catatan: 'Sudah ditelepon ke PLN' }, { action: /catatan$/ });
  expect(textOf(noted)).toContain('Sudah ditelepon ke PLN');
  expect((await desk.get(`/lacak/${trackingCode}`)).body).not.toContain('Sudah ditelepon');
});
