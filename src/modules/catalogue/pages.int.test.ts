import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { projectRoot } from '../../platform/root.ts';
import { id } from './messages.id.ts';
import { currentCatalogue } from './snapshot.ts';

const serviceFiles = join(projectRoot, 'regions/parepare/services');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

async function get(url: string, language: 'id' | 'en' = 'id', headers: Record<string, string> = {}) {
  return app.fastify.inject({ url, headers: { 'accept-language': language, ...headers } });
}
/** Tags out, entities back: what a reader sees. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
function headingOf(html: string): string {
  return textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').trim();
}

describe('pages for finding a service', () => {
  it.each([
    [
      '/',
      'id',
      'Mau urus apa hari ini?',
      ['Paling sering diurus', 'Keluarga meninggal', 'Telepon 112', 'Lihat semua 63 layanan'],
    ],
    ['/', 'en', 'What do you need to arrange today?', ['Most used', 'A death in the family', 'See all 63 services']],
    ['/cari?q=ktp+ilang', 'id', 'Hasil untuk “ktp ilang”', ['KTP-el: pengganti karena hilang', 'Gratis']],
    ['/cari?q=lost+ktp', 'en', 'Results for “lost ktp”', ['Free']],
    [
      '/cari?q=helikopter',
      'id',
      'Hasil untuk “helikopter”',
      ['Tidak ada layanan untuk', 'Tidak ketemu?', 'Tanya petugas', 'Yang paling sering diurus'],
    ],
    [
      '/cari?q=surat+buat+nelayan+berlayar',
      'id',
      'Hasil untuk “surat buat nelayan berlayar”',
      ['Mungkin maksud Anda:'],
    ],
    ['/cari', 'id', 'Cari layanan', ['Tulis apa yang ingin Anda urus.']],
    ['/layanan', 'id', 'Semua layanan', ['63 layanan', 'Kependudukan', 'Surat keterangan usaha', 'Menurut kantor']],
    ['/layanan', 'en', 'All services', ['Population and identity', 'Business letter', 'By office']],
    ['/layanan?sektor=sosial', 'id', 'Sosial', ['Usulan data bantuan sosial']],
    ['/layanan?unit=disdukcapil', 'id', 'Dinas Kependudukan dan Pencatatan Sipil', ['Akta kelahiran']],
    ['/layanan?unit=tidak-ada', 'id', 'tidak-ada', ['Belum ada layanan di sini.']],
    ['/peristiwa/lahir', 'id', 'Punya anak', ['Akta kelahiran', 'Kartu Identitas Anak (KIA)', 'Peristiwa lain']],
    ['/peristiwa/lahir', 'en', 'Having a child', ['Birth certificate']],
    [
      '/bantuan',
      'id',
      'Bantuan',
      ['Telepon 112', 'Senin sampai Kamis: 07.30 sampai 16.00', 'Apakah pesan ini dari kami?'],
    ],
    ['/bantuan', 'en', 'Help', ['Monday to Thursday: 07:30 to 16:00', 'Is this message from us?']],
    ['/maklumat', 'id', 'Maklumat pelayanan', ['siap menerima sanksi', 'Wali Kota Parepare']],
    ['/maklumat', 'en', 'Service declaration (maklumat)', ['ready to accept sanctions']],
    ['/gaya', 'id', 'Galeri gaya Losari', []],
    ['/gaya/layanan', 'id', 'Surat Keterangan Usaha', ['Siapkan dulu']],
  ] as const)('%s in %s', async (url, language, heading, facts) => {
    const response = await get(url, language);
    expect(response.statusCode).toBe(200);
    expect(headingOf(response.body)).toBe(heading);
    const text = textOf(response.body);
    for (const fact of facts) expect(text).toContain(fact);
    expect(text).not.toMatch(/undefined|\[object|=>|NaN/);
  });

  it.each([
    '/layanan/tidak-ada',
    '/layanan/tidak-ada/standar',
    '/peristiwa/tidak-ada',
    '/gaya/tidak-ada',
    '/layanan/tidak-ada/sippn.csv',
  ])('%s is not found', async (url) => expect((await get(url)).statusCode).toBe(404));

  it('prints a hostile query as text', async () => {
    const { body, statusCode } = await get(`/cari?q=${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(statusCode).toBe(200);
    expect(body).not.toContain('<script>alert');
  });

  it('keeps robots away from what belongs to one person', async () => {
    const { body, headers } = await get('/robots.txt');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('Disallow: /permohonan/');
  });
});

describe('every service', () => {
  it('of the region stands in the catalogue', async () => {
    expect((await currentCatalogue(app.ctx())).services).toHaveLength(readdirSync(serviceFiles).length);
  });

  it('has a page with promise, fee and what to prepare', async () => {
    for (const { slug, version } of (await currentCatalogue(app.ctx())).services) {
      const { title, standard, documents } = version.definition;
      const page = await get(`/layanan/${slug}`);
      const text = textOf(page.body);
      expect(page.statusCode, slug).toBe(200);
      expect(headingOf(page.body)).toBe(title.id);
      expect(text).toMatch(/(Selesai|Jawaban pertama) [\d,]+ (hari|jam|menit)/);
      expect(text).toContain(feeWords(standard.fee.amount));
      for (const { label } of documents) expect(text, slug).toContain(label.id.replace(/\s+/g, ' '));
      for (const part of everyPart) expect(text, slug).toContain(part);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  }, 60_000);

  it('has the page in English too', async () => {
    for (const { slug, version } of (await currentCatalogue(app.ctx())).services) {
      const page = await get(`/layanan/${slug}`, 'en');
      expect(headingOf(page.body)).toBe(version.definition.title.en);
      expect(textOf(page.body)).toMatch(/(Done|First answer) in [\d,]+/);
    }
  }, 60_000);

  it('has a standard with the 14 components, filled in, and nothing about what is not confirmed', async () => {
    for (const { slug } of (await currentCatalogue(app.ctx())).services) {
      const full = textOf((await get(`/layanan/${slug}/standar`)).body);
      for (const name of id.standard.components) expect(full, slug).toContain(name);
      expect(full.match(/Belum diisi\./g), slug).toHaveLength(1); // the number of the decree
      expect(full).not.toContain('Belum dikonfirmasi');
    }
  }, 60_000);
});

const everyPart = [
  'Mulai permohonan',
  'Siapkan dulu',
  'Langkahnya',
  'Biaya, hasil, dan waktu',
  'Dasar hukum',
  'Penanggung jawab',
  'Diputuskan oleh',
  'Permohonan diterima',
  'Jam buka kantor',
  'Laporkan layanan ini',
  'Maklumat pelayanan',
  'Tanya petugas',
];
function feeWords(amount: number | null): string {
  if (amount === null) return 'Sesuai tarif';
  return amount === 0 ? 'Gratis' : 'Rp';
}
