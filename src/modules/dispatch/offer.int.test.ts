import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { type Seen, textOf } from '../../../tests/support/visitor.ts';
import { verifyCases } from '../cases/index.ts';
import { aReport, dispatch, officerStep } from '../complaints/testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const words = (seen: Seen): string => textOf(seen).replace(/\s+/g, ' ');
const unitOf = async (number: string) => {
  const [row] = await app.database.query(
    `select u.code, r.state, r.offered_unit from complaints.report r join organisation.unit u on u.id = r.unit_id where r.number = $1`,
    [number],
  );
  return row;
};
/** With Perhubungan, offered to the kelurahan. */
async function offered(over: Parameters<typeof aReport>[1] = {}): Promise<string> {
  const { number } = await aReport(app.ctx(), over);
  await dispatch(app.ctx(), number);
  const data = { unit: 'kel-lompoe', alasan: 'Lorong ini milik kelurahan' };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'alihkan', data });
  return number;
}
const accept = (number: string) => ({ action: new RegExp(`/${number}/terima$`) });
const decline = (number: string) => ({ action: new RegExp(`/${number}/tolak-alih$`) });

test('what is handed over waits in the list of the receiving office, and the sender reads that he is still responsible', async () => {
  const number = await offered();
  const receiver = await staffVisitor(app, 'petugas.lompoe');
  const list = await receiver.get('/kerja/laporan?tampil=tawaran');
  expect(words(list)).toContain('meminta dinas Anda menangani. Sampai disanggupi,');
  expect(list.body).toContain(`/${number}/terima`);
  const sender = await staffVisitor(app, 'petugas.dishub');
  for (const path of ['/kerja/laporan?tampil=dinas', `/kerja/laporan/${number}`]) {
    const seen = await sender.get(path);
    expect(words(seen)).toMatch(/Menunggu .+ menyanggupi\. .+ masih bertanggung jawab/);
    expect(seen.body).not.toContain(`/${number}/terima`);
  }
  const done = await receiver.submit(list, {}, accept(number));
  expect(words(done)).toContain('sekarang ditangani dinas Anda');
  expect(words(await receiver.submit(list, {}, accept(number)))).toContain('sekarang ditangani dinas Anda'); // pressed twice
  expect(await unitOf(number)).toEqual({ code: 'kel-lompoe', state: 'ditangani', offered_unit: null });
  expect((await sender.get('/kerja/laporan?tampil=dinas')).body).not.toContain(number);
  expect((await receiver.get('/kerja/laporan?tampil=dinas')).body).toContain(number);
  expect((await verifyCases(app.ctx())).faults).toEqual([]);
});

test('declining needs a reason, which stays as typed; then it is with the sender as before', async () => {
  const number = await offered({ level: 'secret', text: 'Petugas meminta uang' });
  const receiver = await staffVisitor(app, 'petugas.lompoe');
  const list = await receiver.get('/kerja/laporan?tampil=tawaran');
  const refused = await receiver.submit(list, { alasan: ' ' }, decline(number));
  expect(refused.status).toBe(422);
  expect(words(refused)).toContain('Sanggupi atau tolak');
  const back = await receiver.submit(refused, { alasan: 'Bukan lorong kami' }, decline(number));
  expect(words(back)).toContain('kembali ke pengirimnya');
  expect(await unitOf(number)).toEqual({ code: 'dishub', state: 'ditangani', offered_unit: null });
  expect((await receiver.get(`/kerja/laporan/${number}`)).status).toBe(403);
  const late = await receiver.submit(list, {}, accept(number));
  expect(late.status).toBe(403); // the seat went with the offer
});

test('no other office finds the offer, and nobody without the receiving seat can accept it', async () => {
  const number = await offered();
  const other = await staffVisitor(app, 'petugas.lemoe');
  expect((await other.get('/kerja/laporan?tampil=tawaran')).body).not.toContain(number);
  const receiver = await staffVisitor(app, 'petugas.lompoe');
  const list = await receiver.get('/kerja/laporan?tampil=tawaran');
  const token = (body: string) => /name="_csrf" value="[^"]*"/.exec(body)?.[0] ?? '';
  const own = await other.get(`/kerja/laporan/${(await aReport(app.ctx())).number}`);
  expect(own.status).toBe(403);
  const inbox = await other.get('/petugas');
  const forged = { ...list, body: list.body.replace(/name="_csrf" value="[^"]*"/g, token(inbox.body)) };
  expect((await other.submit(forged, {}, accept(number))).status).toBe(403);
  expect(await unitOf(number)).toMatchObject({ code: 'dishub', state: 'dialihkan' });
});

test('joint actions are listed with who, when and how many, and undone from the list as long as that is possible', async () => {
  const numbers = [(await aReport(app.ctx())).number, (await aReport(app.ctx())).number];
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const list = await desk.get('/kerja/laporan?tampil=urut');
  const form = await desk.submit(list, { pilih: numbers, aksi: 'teruskan' }, { action: /laporan\/banyak$/ });
  const sent = { unit: 'dishub', kelas: 'biasa', prioritas: 'sedang' };
  const batch = await desk.submit(form, sent, { action: /banyak\/kirim$/ });
  expect(words(batch)).toContain('Selesai dikerjakan');
  const saved = await desk.get('/kerja/laporan/banyak');
  expect(list.body).toContain('href="/kerja/laporan/banyak"');
  expect(words(saved)).toContain('2 dari 2 berhasil');
  expect(words(saved)).toMatch(/Dapat diurungkan sampai .*10\.\d\d/);
  const undone = await desk.submit(saved, {}, { action: /urungkan$/ });
  expect(words(undone)).toContain('Sudah diurungkan');
  expect(words(await desk.get('/kerja/laporan/banyak'))).toContain('2 diurungkan');
  expect((await desk.get('/kerja/laporan/banyak')).body).not.toMatch(/action="[^"]*urungkan"/);
  expect((await (await staffVisitor(app, 'petugas.dishub')).get('/kerja/laporan/banyak')).status).toBe(403);
});
