import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor, textOf } from '../../../tests/support/visitor.ts';
import { aReport, dispatch } from '../complaints/testing.ts';
import { acceptUpload } from '../documents/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

type Row = Record<string, unknown>;
const one = async (sql: string): Promise<Row> => (await app.database.query(sql))[0] ?? {};

/** White all over: what is covered is black afterwards. */
async function aPhoto(): Promise<string> {
  const path = join(app.platform.config.dataDir, 'putih.jpg');
  await sharp({ create: { width: 200, height: 100, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toFile(path);
  return (await acceptUpload(app.ctx(), { path, fileName: 'putih.jpg', size: (await stat(path)).size })).id;
}
const text = 'Lampu mati di depan rumah Pak Rahman. Hubungi 081234567890 kalau sudah.';
async function reported() {
  const { number, caseId } = await aReport(app.ctx(), { text, photos: [await aPhoto()] });
  const photo = String((await one(`select id from complaints.photo where case_id = '${caseId}'`)).id);
  return {
    number,
    caseId,
    photo,
    gate: `/kerja/laporan/${number}/tayang`,
    address: `/kerja/laporan/${number}/foto/${photo}`,
  };
}
/** How bright the picture is in a part of it, 0 to 255. */
async function brightness(bytes: Buffer, part: { left: number; top: number }): Promise<number> {
  const { data } = await sharp(bytes)
    .extract({ ...part, width: 10, height: 10 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.reduce((sum, value) => sum + value, 0) / data.length;
}

test('the gate fills in title and text without what looks personal, and marks it in the words of the reporter', async () => {
  const { gate } = await reported();
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get(gate);
  expect(page.status).toBe(200);
  expect(page.body).toContain('<mark>081234567890</mark>');
  const filled = /<textarea[^>]*name="teks"[^>]*>([^<]*)/.exec(page.body)?.[1] ?? '';
  expect(filled).not.toContain('0812');
  expect(filled).toContain('Lampu mati di depan rumah');
});

test('covered areas are black in the copy everybody gets, and the original opens only with a reason', async () => {
  const { number, caseId, address, gate } = await reported();
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const tool = await desk.get(`${address}/tutupi`);
  const refused = await desk.submit(tool, { 'x-1': '10' }, { action: /tutupi$/ });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('value="10"');
  expect((await desk.submit(tool, {}, { action: /tutupi$/ })).status).toBe(422);
  const covered = { 'x-1': '0', 'y-1': '0', 'width-1': '50', 'height-1': '100' };
  expect((await desk.submit(tool, covered, { action: /tutupi$/ })).path).toBe(`${gate}?kabar=ditutupi`);
  const shown = (await desk.get(address)).bytes;
  expect(await brightness(shown, { left: 20, top: 40 })).toBeLessThan(40);
  expect(await brightness(shown, { left: 150, top: 40 })).toBeGreaterThan(220);
  // The same door for everybody in the house: the page of the case gives the copy too.
  const { upload_id: upload } = await one(`select upload_id from complaints.photo where case_id = '${caseId}'`);
  const elsewhere = await desk.get(`/petugas/berkas/${number}/dokumen/foto-bukti/${upload}`);
  expect(await brightness(elsewhere.bytes, { left: 20, top: 40 })).toBeLessThan(40);
  const again = await desk.get(`${address}/tutupi`);
  expect(again.body).toContain('value="50"');
  expect((await desk.submit(again, { alasan: ' ' }, { action: /asli$/ })).status).toBe(422);
  const original = await desk.submit(again, { alasan: 'Polisi meminta nomor pelat' }, { action: /asli$/ });
  expect(await brightness(original.bytes, { left: 20, top: 40 })).toBeGreaterThan(220);
  const readings = await app.database.query(
    `select reason from cases.access_event where case_id = '${caseId}' and subject = 'document:foto-asli'`,
  );
  expect(readings).toEqual([{ reason: 'Polisi meminta nomor pelat' }]);
});

test('published, everybody sees the chosen text and the covered photo; taken away with a reason, nobody does', async () => {
  const { caseId, photo, address } = await reported();
  const { code } = await one(
    `select p.code from complaints.problem p join complaints.report r on r.problem_id = p.id where r.case_id = '${caseId}'`,
  );
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const covered = { 'x-1': '0', 'y-1': '0', 'width-1': '50', 'height-1': '100' };
  const page = await desk.submit(await desk.get(`${address}/tutupi`), covered, { action: /tutupi$/ });
  const personal = { teks: 'Hubungi 081234567890', foto: photo };
  const refused = await desk.submit(page, personal, { action: /tayang$/ });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Hubungi 081234567890');
  expect(refused.body).toContain('name="dilihat"');
  const published = await desk.submit(refused, { teks: 'Lampu mati sejak Senin.', foto: photo }, { action: /tayang$/ });
  expect(textOf(published)).toContain('sekarang dilihat umum');
  const everybody = createVisitor(app.fastify);
  const shown = await everybody.get(`/laporan/${code}`);
  expect(shown.body).toContain('Lampu mati sejak Senin.');
  const picture = await everybody.get(`/laporan/${code}/foto/${photo}`);
  expect(await brightness(picture.bytes, { left: 20, top: 40 })).toBeLessThan(40);
  expect((await desk.submit(published, { alasan: '' }, { action: /turunkan$/ })).status).toBe(422);
  const hidden = await desk.submit(published, { alasan: 'Diminta pelapor' }, { action: /turunkan$/ });
  expect(textOf(hidden)).toContain('Diminta pelapor');
  expect(textOf(hidden)).toContain('Ditayangkan');
  expect((await everybody.get(`/laporan/${code}`)).status).toBe(404);
});

test('a published photo that is covered again is seen with the new parts covered at once', async () => {
  const { caseId, photo, address } = await reported();
  const { code } = await one(
    `select p.code from complaints.problem p join complaints.report r on r.problem_id = p.id where r.case_id = '${caseId}'`,
  );
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const left = { 'x-1': '0', 'y-1': '0', 'width-1': '50', 'height-1': '100' };
  const page = await desk.submit(await desk.get(`${address}/tutupi`), left, { action: /tutupi$/ });
  await desk.submit(page, { teks: 'Lampu mati sejak Senin.', foto: photo }, { action: /tayang$/ });
  const right = { ...left, 'x-2': '50', 'y-2': '0', 'width-2': '50', 'height-2': '100' };
  await desk.submit(await desk.get(`${address}/tutupi`), right, { action: /tutupi$/ });
  const picture = await createVisitor(app.fastify).get(`/laporan/${code}/foto/${photo}`);
  expect(await brightness(picture.bytes, { left: 20, top: 40 })).toBeLessThan(40);
  expect(await brightness(picture.bytes, { left: 150, top: 40 })).toBeLessThan(40);
});

test('the landmark passes the gate too: nothing personal in it reaches a page, a feed or a search', async () => {
  const place = 'Rumah Ibu Sitti Aminah, 0812 3456 7890, DP 1234 AB';
  const { number, caseId } = await aReport(app.ctx(), { place, text: 'Lampu tiang merah padam' });
  const { code } = await one(
    `select p.code from complaints.problem p join complaints.report r on r.problem_id = p.id where r.case_id = '${caseId}'`,
  );
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get(`/kerja/laporan/${number}/tayang`);
  expect(page.body).toContain('<mark>DP 1234 AB</mark>');
  const refused = await desk.submit(page, { tempat: place }, { action: /tayang$/ });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('name="dilihat"');
  const everybody = createVisitor(app.fastify);
  const seen = async () =>
    Promise.all(
      [
        `/laporan/${code}`,
        '/laporan',
        '/laporan.csv',
        '/laporan.rss',
        '/laporan.geojson',
        '/open311/v2/requests.json',
      ].map(async (url) => (await everybody.get(url)).body),
    );
  await desk.submit(page, {}, { action: /tayang$/ });
  for (const body of await seen()) expect(body).not.toMatch(/Aminah|3456 7890|1234 AB/);
  expect((await everybody.get('/laporan?q=Aminah')).body).not.toContain(String(code));
  const again = await desk.get(`/kerja/laporan/${number}/tayang`);
  await desk.submit(again, { tempat: 'Ujung lorong 3' }, { action: /tayang$/ });
  for (const body of await seen()) expect(body).toContain('Ujung lorong 3');
  // Whoever leads the problem later brings a landmark of their own; the public keeps the one that was looked at.
  await app.database.query(`update complaints.problem set place = 'Rumah Pak Hasan' where code = '${code}'`);
  for (const body of await seen()) expect(body).not.toContain('Hasan');
});

test('a report of bribes is never shown, and one that turns out to be about them is gone at once', async () => {
  const named = await aReport(app.ctx(), { category: 'layanan.pungli', text: 'Diminta uang rokok di loket' });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const shut = await desk.get(`/kerja/laporan/${named.number}/tayang`);
  expect(textOf(shut)).toContain('Laporan jenis ini tidak pernah ditayangkan.');
  expect(shut.body).not.toContain('name="judul"');
  const { number, caseId, gate } = await reported();
  const { code } = await one(
    `select p.code from complaints.problem p join complaints.report r on r.problem_id = p.id where r.case_id = '${caseId}'`,
  );
  await desk.submit(await desk.get(gate), { teks: 'Lampu mati.' }, { action: /tayang$/ });
  const everybody = createVisitor(app.fastify);
  expect((await everybody.get(`/laporan/${code}`)).status).toBe(200);
  await dispatch(app.ctx(), number, { kategori: 'layanan.pungli' });
  expect((await everybody.get(`/laporan/${code}`)).status).toBe(404);
  expect((await everybody.get('/laporan.csv')).body).not.toContain(String(code));
});

test('two officers at one gate: whoever saves second keeps the words and is told', async () => {
  const { gate } = await reported();
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const [first, second] = [await desk.get(gate), await desk.get(gate)];
  await desk.submit(first, { teks: 'Lampu mati.' }, { action: /tayang$/ });
  const late = await desk.submit(second, { teks: 'Lampu padam total.' }, { action: /tayang$/ });
  expect(late.status).toBe(409);
  expect(late.body).toContain('Lampu padam total.');
});

test('the office that handles it neither publishes nor covers, and others see none of it', async () => {
  const { number, address, gate } = await reported();
  await dispatch(app.ctx(), number);
  const office = await staffVisitor(app, 'petugas.dishub');
  const page = await office.get(`/kerja/laporan/${number}`);
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('/tayang');
  const attempt = await office.submit(await office.get(gate), { teks: 'x' }, { action: /tayang$/ });
  expect(attempt.status).toBe(403);
  const partner = await staffVisitor(app, 'petugas.ext-pln');
  for (const url of [`/kerja/laporan/${number}`, gate, address, `${address}/tutupi`])
    expect([url, (await partner.get(url)).status]).toEqual([url, 403]);
});

test('a secret report has a gate that stays shut, and a question has none', async () => {
  const secret = await aReport(app.ctx(), { level: 'secret' });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get(`/kerja/laporan/${secret.number}/tayang`);
  expect(textOf(page)).toContain('tidak pernah ditayangkan');
  expect(page.body).not.toContain('name="judul"');
  const question = await aReport(app.ctx(), { kind: 'question', text: 'Jam berapa puskesmas buka?' });
  expect((await desk.get(`/kerja/laporan/${question.number}/tayang`)).path).toBe(`/kerja/laporan/${question.number}`);
});

test('the page of a report shows its text and forwards with everything chosen by hand; a mistake keeps what was typed', async () => {
  const { number } = await reported();
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get(`/kerja/laporan/${number}`);
  expect(page.body).toContain('081234567890');
  const wrong = await desk.submit(page, { unit: '', catatan: 'Tolong malam ini' }, { action: /teruskan$/ });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Tolong malam ini');
  const sent = await desk.submit(
    wrong,
    { unit: 'pupr', kategori: 'jalan.berlubang', kelas: 'biasa', prioritas: 'rendah' },
    { action: /teruskan$/ },
  );
  expect(textOf(sent)).toContain('sudah diteruskan');
  expect(await one(`select category, priority from complaints.report where number = '${number}'`)).toEqual({
    category: 'jalan.berlubang',
    priority: 'low',
  });
});
