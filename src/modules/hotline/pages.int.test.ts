import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor } from '../../../tests/support/visitor.ts';
import { answerDialogue, startDialogue } from '../../definition/dialogue/dialogue.ts';
import { newId } from '../../platform/ids.ts';
import { anOfficer } from '../cases/testing.ts';
import { currentVersion } from '../catalogue/index.ts';
import { createApiKey } from '../identity/index.ts';
import { areaLookup } from '../organisation/index.ts';
import { sendAnswers, sendMessage } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app?.close());

const board = '/kerja/wali-kota';
const aMessage = (text = 'Lampu jalan di lorong 3 mati sejak Senin.') =>
  sendMessage(app.ctx({ kind: 'anonymous' }, { channel: 'web' }), {
    text,
    name: 'Siti Rahmah',
    phone: '0812 3456 7890',
    key: newId(),
  });
const row = async (number: string) =>
  (await app.database.query(`select * from hotline.message where number = '${number}'`))[0];

test('anybody writes without an account, gets a number, a receipt and a page to follow it', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/wali-kota');
  const empty = await visitor.submit(form, { isi: '', nama: 'Siti Rahmah' }, { action: /^\/wali-kota$/ });
  expect(empty.status).toBe(422);
  expect(empty.body).toContain('value="Siti Rahmah"');
  const values = { isi: 'Jalan kami berlubang.', nama: 'Siti Rahmah', hp: '0812 3456 7890' };
  const receipt = await visitor.submit(empty, values, { action: /^\/wali-kota$/ });
  expect(receipt.path).toMatch(/\/tanda-terima$/);
  expect(receipt.body).toMatch(/L \d{3} \d{3} \d{3}/);
  const tracked = await visitor.get(receipt.path.replace('/tanda-terima', ''));
  expect(tracked.body).toContain('Wali kota membaca pesan Anda');
});

test('the form pressed twice is one message', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/wali-kota');
  const values = { isi: 'Sampah menumpuk di pasar.' };
  const first = await visitor.submit(form, values, { action: /^\/wali-kota$/ });
  const second = await visitor.submit(form, values, { action: /^\/wali-kota$/ });
  expect(second.path).toBe(first.path);
});

test('a call is noted by whoever answers the telephone, and by nobody else', async () => {
  const officer = await staffVisitor(app, 'petugas.lompoe');
  const form = await officer.get('/kerja/catat-pesan');
  const values = { isi: 'Air macet tiga hari.', nama: 'Daeng Caya', hp: '0813 1111 2222' };
  const noted = await officer.submit(form, values, { action: /catat-pesan$/ });
  const number = /nomor=(L\d{9})/.exec(noted.path)?.[1] ?? '';
  expect(await row(number)).toMatchObject({ channel: 'phone', named: true });
  const stranger = await staffVisitor(app, 'verifikator.diskominfo');
  expect((await stranger.get('/kerja/catat-pesan')).status).toBe(403);
});

test('a chat brings a message by the same way', async () => {
  const { definition } = await currentVersion(app.ctx(), 'pesan-wali-kota');
  const env = { today: '2026-11-23', locale: 'id', areas: await areaLookup(app.ctx()), version: 'v' } as const;
  let turn = startDialogue(definition, env);
  const say: Readonly<Record<string, string>> = { isi: 'Terima kasih, jalan sudah mulus.', jenis: '3', anonim: '2' };
  for (let count = 0; !turn.done && count < 20; count++) {
    const path = turn.state.at.path ?? '';
    const text = turn.state.at.step === 'review' ? 'KIRIM' : (say[path] ?? '-');
    turn = answerDialogue(definition, turn.state, { text }, env);
  }
  const answers = turn.done?.answers ?? {};
  const ctx = app.ctx({ kind: 'anonymous' }, { channel: 'chat' });
  const { number } = await sendAnswers(ctx, { answers, key: 'chat-1' });
  expect(await row(number)).toMatchObject({ kind: 'thanks', level: 'anonymous', channel: 'chat' });
});

test('one tap on the board forwards to the office that the words speak of', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(board);
  const after = await mayor.submit(page, {}, { action: new RegExp(`${number}/teruskan$`) });
  expect(after.path).toBe(`${board}/pesan/${number}?kabar=teruskan`);
  expect(after.body).toContain('Pimpinannya sudah diberi tahu');
  expect(await row(number)).toMatchObject({ state: 'di-kepala' });
  const back = await mayor.submit(after, {}, { action: /tarik$/ });
  expect(back.body).toContain('Ditarik kembali');
  expect(await row(number)).toMatchObject({ state: 'masuk' });
});

test('a refused form keeps the text and says beside it what to do', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(`${board}/pesan/${number}?buka=minta-penjelasan`);
  const values = { unit: '', teks: 'Mengapa belum dikerjakan?' };
  const refused = await mayor.submit(page, values, { action: /minta-penjelasan$/ });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Mengapa belum dikerjakan?');
  expect(refused.body).toContain('href="#minta-penjelasan-unit"');
});

test('of two tabs the later one answers 409 and keeps the text', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const [one, two] = [await mayor.get(`${board}/pesan/${number}`), await mayor.get(`${board}/pesan/${number}`)];
  app.clock.advance({ seconds: 5 });
  await mayor.submit(one, { unit: 'dishub', batas: '48' }, { action: /teruskan$/ });
  const late = await mayor.submit(two, { teks: 'Saya sudah bicara dengan beliau.' }, { action: /balas$/ });
  expect(late.status).toBe(409);
  expect(late.body).toContain('Saya sudah bicara dengan beliau.');
  expect(await row(number)).toMatchObject({ state: 'di-kepala' });
});

test('a name needs a reason of some words; then the number can be called', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(`${board}/pesan/${number}?buka=telepon`);
  expect(page.body).not.toMatch(/Siti|81234567890/);
  const short = await mayor.submit(page, { alasan: 'ya' }, { action: /pengirim/ });
  expect(short.status).toBe(422);
  expect(short.body).not.toMatch(/Siti|81234567890/);
  const shown = await mayor.submit(short, { alasan: 'Menanyakan tempat lampu' }, { action: /pengirim/ });
  expect(shown.body).toContain('Siti Rahmah');
  expect(shown.body).toContain('href="tel:+6281234567890"');
});

test.each(['wali-kota', 'kadis.dishub'])('no other page shows %s who wrote, without a reason', async (name) => {
  const { number } = await aMessage('Lampu jalan mati. Nama saya Siti Rahmah.');
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(`${board}/pesan/${number}`);
  await mayor.submit(page, { unit: 'dishub', batas: '48' }, { action: /teruskan$/ });
  const visitor = await staffVisitor(app, name);
  const personal = /Siti|Rahmah|81234567890/;
  const file = await visitor.get(`/petugas/berkas/${number}`);
  expect(file.status).toBe(200);
  expect(file.body).not.toMatch(personal);
  for (const path of ['/petugas', `/petugas/cari?q=${number}`]) {
    const seen = await visitor.get(path);
    expect([path, seen.status, personal.test(seen.body)]).toEqual([path, 200, false]);
  }
  const officerId = (await anOfficer(app.ctx(), name)).id;
  const key = await createApiKey(app.ctx(), { name: 'coba', scope: 'inbox', officerId });
  const headers = { authorization: `Bearer ${key}` };
  const program = await app.fastify.inject({ url: `/api/v1/cases/${number}`, headers });
  expect([program.statusCode, personal.test(program.body)]).toEqual([200, false]);
  const lihat = { action: new RegExp(`${number}/lihat`) };
  const short = await visitor.submit(file, { field: 'nama', alasan: '' }, lihat);
  expect([short.status, personal.test(short.body)]).toEqual([422, false]);
  const shown = await visitor.submit(short, { field: 'nama', alasan: 'Menelepon untuk bertanya' }, lihat);
  expect(shown.body).toContain('Siti Rahmah');
});

const closed = [board, `${board}/daftar`, `${board}/terima-kasih`, `${board}/perbandingan`, `${board}/piket`];
test.each(['petugas.lompoe', 'kadis.dishub', 'admin', 'verifikator.diskominfo'])(
  '%s opens no page of the mayor',
  async (name) => {
    const { number } = await aMessage();
    const visitor = await staffVisitor(app, name);
    for (const path of [...closed, `${board}/pesan/${number}`])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
  },
);

test.each(['wakil.wali-kota', 'piket.wali-kota'])('%s stands in for the mayor', async (name) => {
  const visitor = await staffVisitor(app, name);
  for (const path of closed) expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
});

test('the head answers on a page of the office, and the person reads it', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/wali-kota');
  const receipt = await visitor.submit(form, { isi: 'Lampu jalan mati.', nama: 'Siti' }, { action: /^\/wali-kota$/ });
  const tracking = receipt.path.replace('/tanda-terima', '');
  const mayor = await staffVisitor(app, 'wali-kota');
  const list = await mayor.get(`${board}/daftar`);
  const number = [...list.body.matchAll(/pesan\/(L\d{9})\?buka=teruskan/g)].at(-1)?.[1] ?? '';
  const page = await mayor.get(`${board}/pesan/${number}`);
  await mayor.submit(page, { unit: 'dishub', batas: '24' }, { action: /teruskan$/ });
  const head = await staffVisitor(app, 'kadis.dishub');
  expect((await head.get('/kerja/pesan-wali-kota')).body).toContain(`/kerja/pesan-wali-kota/${number}`);
  const asked = await head.get(`/kerja/pesan-wali-kota/${number}`);
  const done = await head.submit(asked, { teks: 'Kami ganti malam ini.' }, { action: /jawab$/ });
  expect(done.body).toContain('Jawaban terkirim');
  expect((await visitor.get(tracking)).body).toContain('Kami ganti malam ini.');
});

test('the roster takes a night, an officer and a number, and says what is missing', async () => {
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(`${board}/piket`);
  const refused = await mayor.submit(page, { phone: 'nanti' }, { action: /piket$/ });
  expect(refused.status).toBe(422);
  const [officer] = await app.database.query(`select id from identity.officer where username = 'piket.wali-kota'`);
  const values = { officer: String(officer?.id), phone: '0811 4100 7777' };
  const saved = await mayor.submit(refused, values, { action: /piket$/ });
  expect(saved.body).toContain('Piket dicatat');
  expect((await mayor.get(board)).body).toContain('tel:+6281141007777');
  const removed = await mayor.submit(saved, {}, { action: /hapus$/ });
  expect(removed.body).toContain('Piket dihapus');
});
