import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { textOf } from '../../../tests/support/visitor.ts';
import { aReport, dispatch, officerStep } from '../complaints/testing.ts';

let app: TestApp;
const clock = createTestClock('2026-11-23T09:00:00+08:00');
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock });
}, 120_000);
afterAll(() => app.close());

test('a ready sentence is filled in for the report, read, changed, and only then sent', async () => {
  const { number, trackingCode } = await aReport(app.ctx(), { place: 'Depan Masjid Raya' });
  await dispatch(app.ctx(), number);
  const office = await staffVisitor(app, 'petugas.dishub');
  const [template] = await app.database.query(
    `select id from dispatch.template where title = 'Petugas akan ke lokasi'`,
  );
  const page = await office.get(`/kerja/laporan/${number}?kalimat=${String(template?.id)}`);
  const filled = /<textarea[^>]*name="jawaban"[^>]*>([^<]*)/.exec(page.body)?.[1] ?? '';
  expect(filled).toContain(`Laporan ${number} kami terima`);
  expect(filled).toContain('Depan Masjid Raya');
  const empty = await office.submit(page, { jawaban: ' ' }, { action: /jawab$/ });
  expect(empty.status).toBe(422);
  const sent = await office.submit(empty, { jawaban: `${filled} Mohon bersabar.` }, { action: /jawab$/ });
  expect(textOf(sent)).toContain('Jawaban sudah dikirim');
  expect(textOf(await office.get(`/lacak/${trackingCode}`))).toContain('Mohon bersabar.');
});

test('administrators add and switch off sentences; others do not', async () => {
  const admin = await staffVisitor(app, 'admin');
  const page = await admin.get('/petugas/kalimat-laporan');
  const fresh = [...page.body.matchAll(/name="id" value="([^"]+)"/g)].at(-1)?.[1] ?? '';
  const forms = { action: /kalimat-laporan$/ };
  const refused = await admin.submit(page, { id: fresh, judul: '', isi: 'Terima kasih.', pakai: '1' }, forms);
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Terima kasih.');
  await admin.submit(page, { id: fresh, judul: 'Ucapan', isi: 'Terima kasih atas {nomor}.', pakai: '1' }, forms);
  const { number } = await aReport(app.ctx(), { kind: 'question', text: 'Jam berapa buka?' });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  expect((await desk.get(`/kerja/laporan/${number}`)).body).toContain('>Ucapan<');
  await admin.submit(page, { id: fresh, judul: 'Ucapan', isi: 'Terima kasih atas {nomor}.', pakai: undefined }, forms);
  expect((await desk.get(`/kerja/laporan/${number}`)).body).not.toContain('>Ucapan<');
  expect((await desk.get('/petugas/kalimat-laporan')).status).toBe(403);
});

test('figures say how the offices stand and how often reports went to the wrong one', async () => {
  const { number } = await aReport(app.ctx());
  await dispatch(app.ctx(), number, { unit: 'pupr' });
  await officerStep(app.ctx(), 'petugas.pupr', { number, action: 'salah-alamat', data: { alasan: 'Bukan jalan' } });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  // Two were forwarded, one came back.
  expect(textOf(await desk.get('/kerja/laporan'))).toContain('Salah alamat dalam 30 hari terakhir: 50%');
  expect(textOf(await desk.get('/kerja/laporan'))).toMatch(/Dishub 1 0/);
  const office = await staffVisitor(app, 'petugas.pupr');
  expect(textOf(await office.get('/kerja/laporan'))).not.toContain('Salah alamat');
});

test('figures are worked out again after half a minute, not at every look', async () => {
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  await desk.get('/kerja/laporan');
  const { number } = await aReport(app.ctx(), { text: 'Lampu lorong mati' });
  await dispatch(app.ctx(), number);
  clock.advance({ seconds: 29 });
  expect(textOf(await desk.get('/kerja/laporan'))).toMatch(/Dishub 1 0/);
  clock.advance({ seconds: 2 });
  expect(textOf(await desk.get('/kerja/laporan'))).toMatch(/Dishub 2 0/);
});
