import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor, type Seen, type Visitor } from '../../../tests/support/visitor.ts';
import { answerDialogue, startDialogue } from '../../definition/dialogue/dialogue.ts';
import { newId } from '../../platform/ids.ts';
import { anOfficer } from '../cases/testing.ts';
import { currentVersion } from '../catalogue/index.ts';
import { createApiKey } from '../identity/index.ts';
import { areaLookup } from '../organisation/index.ts';
import { sendAnswers, sendMessage } from './index.ts';
import { sendReplies } from './service/send-replies.ts';

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
  expect(after.path).toBe(`${board}?kabar=teruskan&pesan=${number}`);
  expect(after.body).toContain('Pimpinannya sudah diberi tahu');
  expect(await row(number)).toMatchObject({ state: 'di-kepala' });
  const [asked] = await app.database.query(
    `select r.due_at - r.asked_at as time from hotline.request r join hotline.message m using (case_id) where m.number = '${number}'`,
  );
  expect(JSON.stringify(asked?.time)).toMatch(/"days":2|"hours":48/);
  const back = await mayor.submit(after, {}, { action: /tarik$/ });
  expect(back.path).toBe(`${board}?kabar=tarik&pesan=${number}`);
  expect(back.body).toContain('Ditarik kembali');
  expect(await row(number)).toMatchObject({ state: 'masuk' });
});

/** The page as if another button of the card had been pressed: each has an address of its own. */
function pressed(page: Seen, number: string, step: string): Seen {
  const base = `${board}/pesan/${number}`;
  expect(page.body).toContain(`formaction="${base}/${step}`);
  return { ...page, body: page.body.replace(`action="${base}/teruskan"`, `action="${base}/${step}"`) };
}
const tap = async (visitor: Visitor, page: Seen, number: string, step: string) =>
  visitor.submit(pressed(page, number, step), {}, { action: new RegExp(`${number}/${step}`) });

test('one tap asks the head to explain, in the usual words and time', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const after = await tap(mayor, await mayor.get(board), number, 'minta-penjelasan');
  expect(after.body).toContain('diminta menjelaskan');
  expect(await row(number)).toMatchObject({ state: 'ditanya' });
  const head = await staffVisitor(app, 'kadis.dishub');
  expect((await head.get(`/kerja/pesan-wali-kota/${number}`)).body).toContain('Mohon jelaskan keadaannya');
});

test('one tap thanks; the words go out after some minutes, and not when they were taken back', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(board);
  const after = await tap(mayor, page, number, 'terima-kasih');
  expect(after.body).toContain('Ucapan terkirim 5 menit lagi');
  const again = await tap(mayor, page, number, 'terima-kasih'); // pressed twice
  expect(again.path).toBe(after.path);
  const back = await mayor.submit(again, {}, { action: /tarik$/ });
  expect(back.body).toContain('Ditarik kembali');
  expect(await row(number)).toMatchObject({ state: 'masuk' });
  await tap(mayor, await mayor.get(board), number, 'terima-kasih');
  app.clock.advance({ minutes: 5 });
  await sendReplies(app.ctx());
  expect(await row(number)).toMatchObject({ state: 'dibalas', status: 'done' });
});

test('one tap shows the number to call, after a usual reason that the sender reads', async () => {
  const { number, caseId } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(board);
  expect(page.body).not.toMatch(/Siti|81234567890/);
  const shown = await tap(mayor, page, number, 'pengirim');
  expect(shown.body).toContain('href="tel:+6281234567890"');
  const read = await app.database.query(
    `select distinct reason from cases.access_event where case_id = '${caseId}' and subject = 'field:hp'`,
  );
  expect(read).toEqual([{ reason: 'Wali kota menelepon Anda tentang pesan ini.' }]);
});

test('whoever left no number is reached through the office; no button asks for a number that is not there', async () => {
  const { number } = await sendMessage(app.ctx({ kind: 'anonymous' }, { channel: 'web' }), {
    text: 'Lampu jalan di lorong 5 mati.',
    level: 'anonymous',
    key: newId(),
  });
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(`${board}/pesan/${number}`);
  expect(page.body).not.toContain(`formaction="${board}/pesan/${number}/pengirim`);
});

test('of two tabs the tap of the later one does nothing and says so', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const [one, two] = [await mayor.get(board), await mayor.get(board)];
  app.clock.advance({ seconds: 5 });
  await tap(mayor, one, number, 'minta-penjelasan');
  const late = await tap(mayor, two, number, 'terima-kasih');
  expect(late.status).toBe(409);
  expect(await row(number)).toMatchObject({ state: 'ditanya' });
});

test('a second head is asked beside the first, and one of them is taken back', async () => {
  const { number } = await aMessage();
  const mayor = await staffVisitor(app, 'wali-kota');
  const page = await mayor.get(`${board}/pesan/${number}`);
  const first = await mayor.submit(page, { unit: 'dishub' }, { action: /teruskan$/ });
  const second = await mayor.submit(
    first,
    { unit: 'dlh', batas: '6', teks: 'Hanya untuk DLH.' },
    { action: /tambah$/ },
  );
  expect(second.body).toContain('Dinas Lingkungan Hidup juga ditanya');
  const twice = await mayor.submit(second, { unit: 'dishub', batas: '6' }, { action: /tambah$/ });
  expect(twice.status).toBe(422);
  expect(twice.body).toContain('href="#tambah-unit"');
  const list = await mayor.get(`${board}/daftar?tampil=heads`);
  expect(list.body).toMatch(/Dishub: Jawab paling lambat[\s\S]*DLH: Jawab paling lambat/);
  const dlh = await staffVisitor(app, 'kadis.dlh'); // what was written to one head is not for the other
  const dishub = await staffVisitor(app, 'kadis.dishub');
  expect((await dlh.get(`/kerja/pesan-wali-kota/${number}`)).body).toContain('Hanya untuk DLH.');
  const other = await dishub.get(`/kerja/pesan-wali-kota/${number}`);
  expect(other.body).toContain('Diteruskan ke Dinas Lingkungan Hidup');
  expect(other.body).not.toContain('Hanya untuk DLH.');
  const back = await mayor.submit(second, {}, { action: /tarik-satu$/ });
  expect(back.body).toContain('Dinas lain tetap menjawab');
});

test('two hundred messages come in pages; the oldest stands first', async () => {
  const mayor = await staffVisitor(app, 'wali-kota');
  for (let count = 0; count < 25; count++) await aMessage(`Usul nomor ${count} tentang taman.`);
  const first = await mayor.get(`${board}/daftar`);
  expect([...first.body.matchAll(/<article/g)]).toHaveLength(20);
  expect(first.body).toContain('hal=2');
  const second = await mayor.get(`${board}/daftar?tampil=needs&hal=2`);
  expect(second.body).toContain('Usul nomor 24');
  expect((await mayor.get(`${board}/daftar?hal=x`)).status).toBe(200);
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
  const number = /L \d{3} \d{3} \d{3}/.exec(receipt.body)?.[0].replaceAll(' ', '') ?? '';
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
  expect(saved.body.match(/Belum ada petugas\./g)).toHaveLength(13); // the other nights of two weeks
  const removed = await mayor.submit(saved, {}, { action: /hapus$/ });
  expect(removed.body).toContain('Piket dihapus');
  expect((await mayor.get(board)).body).toContain('14 malam dalam dua minggu ini belum ada petugasnya');
  const night = /malam=(\d{4}-\d\d-\d\d)#catat/.exec(removed.body)?.[1] ?? '';
  expect((await mayor.get(`${board}/piket?malam=${night}`)).body).toContain(`value="${night}"`);
});
