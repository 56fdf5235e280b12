// An author looks at a draft in every channel before anybody else does; nothing of it is kept.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStaffVisitor, type StaffVisitor } from '../../src/modules/desk/testing.ts';
import { closeSigners } from '../../src/modules/letters/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { unescapeHtml } from '../support/visitor.ts';

let app: TestApp;
let writer: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
  writer = await aStaffVisitor(app, 'penyusun.layanan');
  await writer.get('/petugas/layanan/sk-usaha');
  await writer.post('/petugas/layanan/sk-usaha/konsep');
  const { body } = await writer.get(`${base}/yaml`);
  const text = areaIn(body).replace('"Usaha apa?"', '"Usaha Anda bergerak di bidang apa?"');
  await writer.post(`${base}/yaml`, { rowVersion: /name="rowVersion" value="(\d+)"/.exec(body)?.[1] ?? '', text });
}, 120_000);
afterAll(async () => {
  await closeSigners(app.platform);
  await app.close();
});

const base = '/petugas/layanan/sk-usaha/konsep';
const changed = 'Usaha Anda bergerak di bidang apa?';
const plain = (body: string) => unescapeHtml(body.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
const areaIn = (body: string) =>
  unescapeHtml(/<textarea[^>]*id="teks"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? '');
const look = async (channel: string) => writer.get(`${base}/pratinjau/${channel}`);

describe('the test cases of the region', () => {
  const services = readdirSync('regions/parepare/examples').map((name) => name.replace('.yaml', ''));
  it.each(services)('come with a new draft of %s and hold with what the database knows', async (service) => {
    await writer.get(`/petugas/layanan/${service}`);
    await writer.post(`/petugas/layanan/${service}/konsep`);
    const page = await writer.get(`/petugas/layanan/${service}/konsep/uji`);
    const cases = readFileSync(`regions/parepare/examples/${service}.yaml`, 'utf8').split('- name:').length - 1;
    const said = plain(page.body);
    expect([cases > 1, said.split(' Cocok ').length - 1, said.includes('Tidak cocok')]).toEqual([true, cases, false]);
  });
});

describe('the preview of a draft', () => {
  it('shows the real question of a chosen page of the web', async () => {
    const first = await look('web');
    expect([first.status, first.body.includes('name="usaha_di_parepare"')]).toEqual([200, true]);
    const page = await look('web?halaman=usaha');
    expect(page.body).toContain('name="bidang_usaha"');
    expect(plain(page.body)).toContain(changed);
    const paper = await look('web?halaman=dokumen-ktp-el-pemohon');
    expect(paper.body).toContain('type="file"');
  });

  it.each([
    ['loket', [changed, 'Pinjaman atau KUR', 'Kartu Keluarga']],
    ['telepon', ['Usaha Bapak/Ibu bergerak di bidang apa?', 'Bacakan kembali']],
    ['chat', [changed, 'Contoh jawaban', 'Balas KIRIM untuk mengirim']],
    ['sms', [changed, 'Surat', '160 huruf']],
    ['api', ['"bidang_usaha": "Contoh jawaban"', '"uploadId"', '"$schema"']],
    ['standar', ['Jangka waktu 1 jam kerja', 'Lurah menandatangani surat keterangan usaha.']],
    ['alur', ['Langkah kerja', 'Pelaksana']],
    ['surat', ['ditandai KONSEP']],
  ])('shows the channel %s', async (channel, words) => {
    const page = await look(channel);
    expect(page.status).toBe(200);
    for (const said of words) expect(plain(page.body)).toContain(said);
  });

  it('makes a test case of what was just answered, with all that came out of it', async () => {
    const page = await look('web?halaman=usaha');
    expect(page.body).toContain('Buat kasus uji dari jawaban ini');
    const answered = {
      _halaman: 'usaha',
      _nama: 'bengkel di Lompoe',
      nama_usaha: 'Bengkel Sinar',
      bidang_usaha: 'Bengkel motor',
    };
    await writer.post(`${base}/pratinjau/kasus`, answered);
    const made = await writer.post(`${base}/pratinjau/kasus`, answered); // pressed twice
    expect([made.status, made.location]).toEqual([303, `${base}/uji?kabar=kasus`]);
    const cases = await writer.get(`${base}/uji`);
    expect(plain(cases.body)).toContain('bengkel di Lompoe Cocok');
    expect(cases.body).toContain('nama_usaha: Bengkel Sinar');
    expect(cases.body).toContain('# Kasus uji'); // the author's own lines stay
    expect(cases.body.split('name: bengkel di Lompoe')).toHaveLength(2);
  });

  it('leads from the text to the findings and back, and names the file to choose', async () => {
    const { body } = await writer.get(`${base}/yaml`);
    expect(body).toMatch(/<a href="#temuan">\d+ harus diperbaiki/);
    expect(body).toContain('id="temuan"');
    expect(body).toMatch(/<a href="#teks">Kembali ke teks<\/a>/);
    expect(body).toContain('Berkas YAML dari komputer Anda');
    expect(body).toMatch(/type="file"[^>]*accept="\.yaml,\.yml"/);
  });

  it('prints the letter with made-up answers, marked as a draft and kept nowhere', async () => {
    const pdf = await writer.get(`${base}/pratinjau/surat.pdf`);
    expect([pdf.status, pdf.body.startsWith('%PDF-')]).toEqual([200, true]);
    expect(await app.database.query('select 1 from letters.letter')).toEqual([]);
    expect(await app.database.query('select 1 from cases.case')).toEqual([]);
  });

  it('is for authors and publishers, and says so when the draft has errors', async () => {
    for (const username of ['petugas.lompoe', 'lurah.lompoe']) {
      const other = await aStaffVisitor(app, username);
      expect((await other.get(`${base}/pratinjau/web`)).status).toBe(403);
      expect((await other.get(`${base}/pratinjau/surat.pdf`)).status).toBe(403);
    }
    const { body } = await writer.get(`${base}/yaml`);
    const text = areaIn(body).replace('sector: kelurahan', 'sektor: kelurahan');
    await writer.post(`${base}/yaml`, { rowVersion: /name="rowVersion" value="(\d+)"/.exec(body)?.[1] ?? '', text });
    expect(plain((await look('chat')).body)).toContain('Perbaiki dulu temuan');
    expect((await look('surat.pdf')).status).toBe(409);
  });
});
