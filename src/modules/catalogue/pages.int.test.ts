import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { currentCatalogue } from './snapshot.ts';

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
      ['Paling sering diurus', 'Keluarga meninggal', 'Telepon 112', 'Lihat semua 62 layanan'],
    ],
    ['/', 'en', 'What do you need to arrange today?', ['Most used', 'A death in the family', 'See all 62 services']],
    ['/cari?q=ktp+ilang', 'id', 'Hasil untuk "ktp ilang"', ['KTP-el: pengganti karena hilang', 'Gratis']],
    ['/cari?q=lost+ktp', 'en', 'Results for "lost ktp"', ['Free']],
    [
      '/cari?q=helikopter',
      'id',
      'Hasil untuk "helikopter"',
      ['Tidak ada layanan untuk', 'Mungkin maksud Anda:', 'Tanya petugas'],
    ],
    ['/cari', 'id', 'Cari layanan', ['Tulis apa yang ingin Anda urus.']],
    ['/layanan', 'id', 'Semua layanan', ['62 layanan', 'Kependudukan', 'Surat keterangan usaha', 'Menurut kantor']],
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
  it('has a page with promise, fee and what to prepare, in both languages, and a standard with 14 components', async () => {
    const { services } = await currentCatalogue(app.ctx());
    expect(services).toHaveLength(62);
    for (const { slug, version } of services) {
      const { title, standard, documents } = version.definition;
      const page = await get(`/layanan/${slug}`);
      const text = textOf(page.body);
      expect(page.statusCode, slug).toBe(200);
      expect(headingOf(page.body)).toBe(title.id);
      expect(text).toMatch(/Selesai [\d,]+ (hari|jam|menit)/);
      expect(text).toContain(
        standard.fee.amount === 0 ? 'Gratis' : standard.fee.amount === null ? 'Sesuai tarif' : 'Rp',
      );
      for (const { label } of documents) expect(text, slug).toContain(label.id.replace(/\s+/g, ' '));
      for (const part of [
        'Mulai permohonan',
        'Siapkan dulu',
        'Langkahnya',
        'Dasar hukum',
        'Diputuskan oleh',
        'Jam buka kantor',
        'Laporkan layanan ini',
        'Maklumat pelayanan',
        'Tanya petugas',
      ])
        expect(text, slug).toContain(part);
      expect(text).not.toMatch(/undefined|\[object|NaN/);

      const english = await get(`/layanan/${slug}`, 'en');
      expect(headingOf(english.body)).toBe(title.en);
      expect(textOf(english.body)).toMatch(/Done in [\d,]+/);

      const full = textOf((await get(`/layanan/${slug}/standar`)).body);
      for (const name of [
        '1. Persyaratan',
        '6. Penanganan pengaduan, saran, dan masukan',
        '7. Dasar hukum',
        '14. Evaluasi kinerja pelaksana',
      ])
        expect(full, slug).toContain(name);
      expect(full).not.toContain('Belum dikonfirmasi');
    }
  }, 60_000);
});
