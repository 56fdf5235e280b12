// A report is spoken of as a report on every page its reporter sees, in both languages.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { createVisitor, type Seen } from '../../../tests/support/visitor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

async function sent(language = 'id') {
  const visitor = createVisitor(app.fastify, { language });
  const form = await visitor.get('/lapor');
  const values = { isi: 'Lampu jalan di depan masjid mati sejak Senin', anonim: 'tidak' };
  return { visitor, receipt: await visitor.submit(form, values, { action: /lapor$/ }) };
}
const bodyOf = ({ body }: Seen) => body.slice(body.indexOf('<main'), body.indexOf('</main>'));

test('the receipt of a report says so, and tells the usual road to its end', async () => {
  const { receipt } = await sent();
  const said = bodyOf(receipt);
  for (const words of ['Laporan diterima', 'Nomor laporan', 'Lacak laporan']) expect(said).toContain(words);
  expect(said).not.toMatch(/[Pp]ermohonan/);
  const road = said.slice(said.indexOf('Setelah ini'));
  expect(road).toContain('Dinas menangani laporan');
  expect(road).toContain('Menunggu jawaban Anda');
  expect(road).toContain('Selesai menurut pelapor');
  expect(road).not.toContain('Sudah dijawab');
});

test('its tracking page says so too', async () => {
  const { visitor, receipt } = await sent();
  const said = bodyOf(await visitor.get(receipt.path.replace('/tanda-terima', '')));
  expect(said).toContain('Laporan Anda');
  expect(said).toContain('Perjalanan laporan');
  expect(said).toContain('Cabut laporan');
  expect(said).not.toMatch(/[Pp]ermohonan/);
});

test('five working days are promised for the first answer, and no page calls that the end', async () => {
  const { visitor, receipt } = await sent();
  const track = bodyOf(await visitor.get(receipt.path.replace('/tanda-terima', '')));
  const standard = bodyOf(await visitor.get('/layanan/pengaduan'));
  for (const page of [bodyOf(receipt), track]) {
    expect(page).toContain('Jawaban pertama paling lambat Senin, 30 November 2026');
    expect(page).toContain('Janji jawaban pertama: 5 hari kerja.');
    expect(page).not.toMatch(/Selesai paling lambat|Janji selesai/);
  }
  expect(standard).toContain('Jawaban pertama 5 hari kerja');
  // Every stage has a name people can read.
  const stages = track.slice(track.indexOf('Semua batas waktu'));
  for (const name of ['Jawaban pertama', 'Diperiksa dan diteruskan', 'Selesai ditangani'])
    expect(stages).toContain(name);
  expect(stages).not.toMatch(/>(verifikasi|selesai|kategori|tindak-lanjut)</);
});

test('in English as well', async () => {
  const { visitor, receipt } = await sent('en');
  const said = bodyOf(receipt);
  for (const words of ['Report received', 'Report number', 'Track report']) expect(said).toContain(words);
  const track = bodyOf(await visitor.get(receipt.path.replace('/tanda-terima', '')));
  expect(track).not.toMatch(/application/i);
  expect(track).toContain('First answer by ');
  expect(track).toContain('Checked and forwarded');
});

test('an application is still spoken of as one', async () => {
  const visitor = createVisitor(app.fastify);
  expect((await visitor.get('/lacak')).body).toContain('Nomor permohonan atau laporan');
});

test('the menu and the home page lead to the form and to what people reported', async () => {
  const home = await createVisitor(app.fastify).get('/');
  expect(home.body).toMatch(/<a [^>]*href="\/lapor"/);
  expect(home.body).toMatch(/<a [^>]*href="\/laporan"/);
});
