// Writing services at the desk: two authors, four eyes, test cases that block, and what is published in the end.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentVersion, getHistory, putDueInForce } from '../../src/modules/catalogue/index.ts';
import { aStaffVisitor, type StaffVisitor } from '../../src/modules/desk/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { unescapeHtml } from '../support/visitor.ts';

let app: TestApp;
let writer: StaffVisitor;
let first: StaffVisitor;
let second: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
  writer = await aStaffVisitor(app, 'penyusun.layanan');
  first = await aStaffVisitor(app, 'admin');
  second = await aStaffVisitor(app, 'admin.kedua');
}, 120_000);
afterAll(() => app.close());

const base = (slug: string) => `/petugas/layanan/${slug}/konsep`;
const plain = (body: string) => unescapeHtml(body.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
const rowVersionIn = (body: string) => /name="rowVersion" value="(\d+)"/.exec(body)?.[1] ?? '';
function areaIn(body: string, id = 'teks'): string {
  const found = new RegExp(`<textarea[^>]*id="${id}"[^>]*>\\n?([\\s\\S]*?)</textarea>`).exec(body)?.[1] ?? '';
  return unescapeHtml(found);
}
async function begin(who: StaffVisitor, slug: string) {
  await who.get(`/petugas/layanan/${slug}`);
  expect((await who.post(base(slug))).status).toBe(303);
  const page = await who.get(`${base(slug)}/yaml`);
  return { text: areaIn(page.body), rowVersion: rowVersionIn(page.body) };
}
async function step(who: StaffVisitor, slug: string, path: string, fields: Record<string, string> = {}) {
  const { body } = await who.get(`${base(slug)}/terbit`);
  return who.post(`${base(slug)}/${path}`, { rowVersion: rowVersionIn(body), ...fields });
}

describe('a draft', () => {
  it('begins with the file of the service, comments and all, and is shown in the list with its author', async () => {
    const { text } = await begin(writer, 'sk-usaha');
    expect(text).toBe(readFileSync('regions/parepare/services/sk-usaha.yaml', 'utf8'));
    const list = plain((await first.get('/petugas/layanan?q=surat keterangan usaha')).body);
    expect(list).toContain('Andi Rosmini Bahar, sejak 23 Nov 2026');
    expect(list).toContain('Berlaku, Konsep');
    const download = await writer.get(`${base('sk-usaha')}/unduh`);
    expect(download.body).toBe(text);
    expect(plain((await first.get('/petugas/layanan?q=zzz')).body)).toContain('Tidak ada layanan yang cocok');
  });

  it('is for authors and publishers only', async () => {
    const clerk = await aStaffVisitor(app, 'petugas.lompoe');
    expect((await clerk.get('/petugas/layanan')).status).toBe(403);
    expect((await clerk.get(`${base('sk-usaha')}/yaml`)).status).toBe(403);
  });

  it('shows the findings of the compiler with line, code and sentence, also without saving', async () => {
    const page = await writer.get(`${base('sk-usaha')}/yaml`);
    const broken = areaIn(page.body).replace('sector: kelurahan', 'sektor: kelurahan');
    const line = broken.split('\n').findIndex((one) => one.startsWith('sektor')) + 1;
    const rowVersion = rowVersionIn(page.body);
    const checked = await writer.post(`${base('sk-usaha')}/periksa-teks`, { rowVersion, text: broken });
    expect(plain(checked.body)).toContain(`Baris ${line} L24-F002`);
    expect(plain(checked.body)).toContain('Diperiksa, belum disimpan.');
    expect(areaIn(checked.body)).toBe(broken);
    const typed = await writer.post(`${base('sk-usaha')}/periksa`, { rowVersion, text: broken });
    expect(JSON.parse(typed.body).findings).toContainEqual(
      expect.objectContaining({ line, code: 'L24-F002', kind: 'error' }),
    );
    expect(areaIn((await writer.get(`${base('sk-usaha')}/yaml`)).body)).not.toContain('sektor:');
  });

  it('may not change the type of a question under the answers already given', async () => {
    const page = await writer.get(`${base('sk-usaha')}/yaml`);
    const text = areaIn(page.body)
      .replace(/(- id: mulai_usaha\n\s+type: )date/, '$1text')
      .replace(/\n\s+before: today/, '');
    const checked = await writer.post(`${base('sk-usaha')}/periksa-teks`, {
      rowVersion: rowVersionIn(page.body),
      text,
    });
    expect(plain(checked.body)).toMatch(/Baris \d+ L24-X015 .*Pertanyaan "mulai_usaha" berubah dari date menjadi text/);
    const renamed = text.replaceAll('mulai_usaha', 'usaha_sejak');
    const right = await writer.post(`${base('sk-usaha')}/periksa-teks`, {
      rowVersion: rowVersionIn(page.body),
      text: renamed,
    });
    expect(plain(right.body)).not.toContain('L24-X015');
  });

  it('is changed through forms without losing a comment', async () => {
    const page = await writer.get(`${base('sk-usaha')}/yaml`);
    const commented = areaIn(page.body).replace('sector: kelurahan', '# jangan diubah\nsector: kelurahan # tetap');
    await writer.post(`${base('sk-usaha')}/yaml`, { rowVersion: rowVersionIn(page.body), text: commented });
    const form = await writer.get(`${base('sk-usaha')}/isi/texts`);
    expect(form.status).toBe(200);
    const saved = await writer.post(`${base('sk-usaha')}/isi/texts`, {
      rowVersion: rowVersionIn(form.body),
      'texts/service/title/id': 'Surat usaha warga',
      'texts/service/title/en': 'Business letter',
    });
    expect(saved.location).toBe(`${base('sk-usaha')}/isi/texts?kabar=simpan`);
    const text = areaIn((await writer.get(`${base('sk-usaha')}/yaml`)).body);
    expect(text).toBe(commented.replace('title: {id: Surat keterangan usaha,', 'title: {id: Surat usaha warga,'));
    const times = await writer.get(`${base('sk-usaha')}/isi/times`);
    await writer.post(`${base('sk-usaha')}/isi/times`, {
      rowVersion: rowVersionIn(times.body),
      'times/standard/promise/amount': '2',
      'times/standard/promise/unit': 'working-hours',
    });
    expect(areaIn((await writer.get(`${base('sk-usaha')}/yaml`)).body)).toContain(
      'promise: {amount: 2, unit: working-hours}',
    );
    for (const section of ['documents', 'fees', 'people'])
      expect((await writer.get(`${base('sk-usaha')}/isi/${section}`)).status).toBe(200);
    const words = plain((await writer.get(`${base('sk-usaha')}/beda`)).body);
    expect(words).toContain('Nama layanan berubah dari "Surat keterangan usaha" menjadi "Surat usaha warga"');
    expect(words).toContain('Janji selesai berubah waktunya');
  });
});

describe('two authors', () => {
  it('never overwrite each other: the second sees both texts and a merge of what only one changed', async () => {
    const mine = await begin(first, 'kia');
    const theirs = await begin(writer, 'kia');
    expect(theirs.text).toBe(mine.text);
    const page = await writer.get('/petugas/layanan/kia');
    expect(plain(page.body)).toContain('Sedang diubah oleh Andi Nurhayati Mappa');
    const popularity = /popularity: \d+/.exec(mine.text)?.[0] ?? '';
    const ours = mine.text.replace(popularity, 'popularity: 3');
    expect((await first.post(`${base('kia')}/yaml`, { rowVersion: mine.rowVersion, text: ours })).status).toBe(303);
    const late = theirs.text.replace(/^sector: .*/m, 'sector: lain');
    const refused = await writer.post(`${base('kia')}/yaml`, { rowVersion: theirs.rowVersion, text: late });
    expect(refused.status).toBe(409);
    expect(areaIn(refused.body, 'milik-saya')).toBe(late);
    expect(areaIn(refused.body, 'tersimpan')).toBe(ours);
    const merged = areaIn(refused.body, 'gabungan');
    expect(merged).toBe(ours.replace(/^sector: .*/m, 'sector: lain'));
    const saved = await writer.post(`${base('kia')}/yaml`, { rowVersion: rowVersionIn(refused.body), text: merged });
    expect(saved.status).toBe(303);
    await step(writer, 'kia', 'buang');
    expect((await writer.get(`${base('kia')}/yaml`)).location).toBe('/petugas/layanan/kia');
  });
});

describe('publishing', () => {
  const failing = `examples:
  - name: usaha di Parepare
    answers: {usaha_di_parepare: "ya", hanya_izin: "tidak"}
    expect: {fee: 5000}
`;
  it('is refused while a test case fails or the file has errors', async () => {
    const page = await writer.get(`${base('sk-usaha')}/uji`);
    const ran = await writer.post(`${base('sk-usaha')}/uji`, {
      rowVersion: rowVersionIn(page.body),
      examples: failing,
    });
    expect(ran.status).toBe(303);
    expect(plain((await writer.get(`${base('sk-usaha')}/uji`)).body)).toContain('Biaya: diharapkan 5000, hasilnya 0');
    const refused = await step(writer, 'sk-usaha', 'minta', { note: 'Nama baru.' });
    expect([refused.status, plain(refused.body).includes('Masih ada kasus uji yang belum cocok')]).toEqual([422, true]);
    expect(refused.body).toContain('Nama baru.');
    const again = await writer.get(`${base('sk-usaha')}/uji`);
    const mended = failing.replace('5000', '0');
    await writer.post(`${base('sk-usaha')}/uji`, { rowVersion: rowVersionIn(again.body), examples: mended });
    expect((await step(writer, 'sk-usaha', 'minta')).status).toBe(422); // without a note
    expect((await step(writer, 'sk-usaha', 'minta', { note: 'Nama baru.' })).status).toBe(303);
  });

  it('needs another person: who worked on it can never approve it', async () => {
    expect((await step(writer, 'sk-usaha', 'setujui')).status).toBe(403);
    const returned = await step(first, 'sk-usaha', 'kembalikan', { reason: 'Ringkasan belum cocok.' });
    expect(returned.status).toBe(303);
    expect(plain((await writer.get('/petugas/layanan/sk-usaha')).body)).toContain(
      'Dikembalikan: Ringkasan belum cocok.',
    );
    const form = await first.get(`${base('sk-usaha')}/isi/texts`);
    await first.post(`${base('sk-usaha')}/isi/texts`, {
      rowVersion: rowVersionIn(form.body),
      'texts/service/summary/id': 'Surat usaha untuk warga.',
      'texts/service/summary/en': 'A business letter.',
    });
    await step(writer, 'sk-usaha', 'minta', { note: 'Ringkasan baru.' });
    const own = await step(first, 'sk-usaha', 'setujui');
    expect([own.status, plain(own.body).includes('Anda ikut menyusun konsep ini')]).toEqual([403, true]);
    expect((await currentVersion(app.ctx(), 'sk-usaha')).version).toBe(1);
  });

  it('puts the approved text in force at once, with its comments for the next draft and a record of every step', async () => {
    const review = plain((await second.get(`${base('sk-usaha')}/terbit`)).body);
    expect(review).toContain('Ringkasan baru.');
    expect(review).toContain('Ringkasan berubah');
    const approved = await step(second, 'sk-usaha', 'setujui');
    expect(approved.location).toBe('/petugas/layanan/sk-usaha?kabar=terbit');
    const version = await currentVersion(app.ctx(), 'sk-usaha');
    expect([version.version, version.definition.title.id]).toEqual([2, 'Surat usaha warga']);
    const { text } = await begin(writer, 'sk-usaha');
    expect(text).toContain('# jangan diubah');
    const page = plain((await first.get('/petugas/layanan/sk-usaha')).body);
    for (const said of [
      'Versi terbit',
      'Disetujui',
      'Persetujuan diminta',
      'Dikembalikan',
      'Konsep disimpan',
      'Konsep dimulai',
    ])
      expect(page).toContain(said);
    const [now, before] = (await getHistory(app.ctx(), 'sk-usaha')).versions;
    const compared = await first.get(`/petugas/layanan/sk-usaha/bandingkan?dari=${before?.id}&ke=${now?.id}`);
    expect(plain(compared.body)).toContain('Nama layanan berubah');
    await expect(app.database.query('update authoring.draft_event set note = $1', ['x'])).resolves.toBeDefined(); // the owner may
    await expect(app.platform.db.deleteFrom('authoring.draftEvent').execute()).rejects.toThrow(/permission denied/);
  });

  it('can wait for its time', async () => {
    const page = await writer.get(`${base('sk-usaha')}/yaml`);
    const text = areaIn(page.body).replace('popularity: 93', 'popularity: 94');
    await writer.post(`${base('sk-usaha')}/yaml`, { rowVersion: rowVersionIn(page.body), text });
    await step(writer, 'sk-usaha', 'minta', { note: 'Urutan.' });
    const past = await step(second, 'sk-usaha', 'setujui', { plan: 'ya', date: '2026-11-20', time: '00.00' });
    expect(past.status).toBe(422);
    const planned = await step(second, 'sk-usaha', 'setujui', { plan: 'ya', date: '2026-12-01', time: '08.00' });
    expect(planned.location).toBe('/petugas/layanan/sk-usaha?kabar=jadwal');
    expect(plain((await first.get('/petugas/layanan/sk-usaha')).body)).toContain(
      'Versi 3 mulai berlaku Selasa, 1 Desember 2026 pukul 08.00 WITA',
    );
    expect((await currentVersion(app.ctx(), 'sk-usaha')).version).toBe(2);
    app.clock.set('2026-12-01T08:00:00+08:00');
    await putDueInForce(app.ctx());
    [writer, first] = [await aStaffVisitor(app, 'penyusun.layanan'), await aStaffVisitor(app, 'admin')]; // a week later
    expect((await currentVersion(app.ctx(), 'sk-usaha')).version).toBe(3);
  });
});

describe('a new service', () => {
  it('begins from a pasted file and has a name of its own', async () => {
    await writer.get('/petugas/layanan/baru');
    const taken = await writer.post('/petugas/layanan/baru', { name: 'kia', text: 'service: kia' });
    expect([taken.status, plain(taken.body).includes('sudah dipakai layanan lain')]).toEqual([422, true]);
    expect((await writer.post('/petugas/layanan/baru', { name: 'Nama Panjang', text: '' })).status).toBe(422);
    const made = await writer.post('/petugas/layanan/baru', { name: 'sk-baru', text: 'service: sk-baru\n' });
    expect(made.location).toBe(`${base('sk-baru')}/yaml?kabar=simpan`);
    expect(plain((await writer.get('/petugas/layanan?keadaan=fresh')).body)).toContain('Belum terbit, Konsep');
    expect((await step(writer, 'sk-baru', 'minta', { note: 'Baru.' })).status).toBe(422);
  });
});

describe('closing from the desk', () => {
  it('asks a publisher for a reason and shows it to people', async () => {
    await first.get('/petugas/layanan/nib-pendampingan');
    const empty = await first.post('/petugas/layanan/nib-pendampingan/tutup', { reason: '' });
    expect(empty.status).toBe(422);
    const closed = await first.post('/petugas/layanan/nib-pendampingan/tutup', {
      reason: 'Sistem OSS pusat sedang diperbaiki.',
    });
    expect(closed.status).toBe(303);
    const page = await app.fastify.inject('/layanan/nib-pendampingan');
    expect(page.body).toContain('Sistem OSS pusat sedang diperbaiki.');
    expect((await first.post('/petugas/layanan/nib-pendampingan/buka')).status).toBe(303);
    await writer.get('/petugas/layanan/nib-pendampingan');
    expect((await writer.post('/petugas/layanan/nib-pendampingan/tutup', { reason: 'x' })).status).toBe(403);
  });
});
