// What programs and administrators get: exports, API, the list of what is not confirmed, and a new version at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { sessionCookieOf } from '../identity/testing.ts';
import { currentVersion, publishDefinition } from './index.ts';
import { currentCatalogue } from './snapshot.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.fastify.inject({ url, headers });

/** RFC 4180, written for this test so that it does not agree with the writer by accident. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push((quoted ?? '').replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}

describe('the SIPPN profile', () => {
  const Profile = z.object({
    format: z.literal('sippn-profile/1'),
    instansi: z.literal('Pemerintah Kota Parepare'),
    unit: z.object({ nama: z.string().min(1), jamPelayanan: z.array(z.string()).min(1) }),
    layanan: z.object({ kode: z.string(), nama: z.string(), nomorSk: z.null(), versi: z.literal(1) }),
    komponen: z.array(z.object({ nomor: z.number(), nama: z.string(), isi: z.array(z.string()).min(1) })).length(14),
    persyaratan: z.array(z.string()),
    prosedur: z.array(z.string()).min(1),
    waktuPenyelesaian: z.string().min(1),
    biaya: z.string().min(1),
    produk: z.string().min(1),
    penangananPengaduan: z.array(z.string()).min(4),
    maklumat: z.string().min(1),
  });

  it('is complete JSON and CSV for every service, in Indonesian whoever asks', async () => {
    for (const { slug, version } of (await currentCatalogue(app.ctx())).services) {
      const json = await get(`/layanan/${slug}/sippn.json`, { 'accept-language': 'en' });
      const profile = Profile.parse(json.json());
      expect(profile.layanan).toMatchObject({ kode: slug, nama: version.definition.title.id });
      const csv = await get(`/layanan/${slug}/sippn.csv`);
      expect(csv.headers['content-type']).toContain('text/csv');
      expect(csv.body.startsWith('\ufeff')).toBe(true);
      const [header = [], row = [], ...more] = parseCsv(csv.body.slice(1));
      expect(more).toEqual([]);
      expect(row).toHaveLength(header.length);
      expect(row[header.indexOf('Persyaratan')]).toBe(profile.persyaratan.join('\n'));
      expect(row[header.indexOf('Nama layanan')]).toBe(profile.layanan.nama);
    }
  }, 60_000);

  it('says "Tidak dipungut biaya" for free services and is offered as a download', async () => {
    const { body, headers } = await get('/layanan/sk-usaha/sippn.json');
    expect(JSON.parse(body).biaya).toBe('Tidak dipungut biaya.');
    expect(headers['content-disposition']).toContain('sippn-sk-usaha.json');
  });

  it('has a print version with all components and no menu', async () => {
    const { body, statusCode } = await get('/layanan/sk-usaha/cetak');
    expect(statusCode).toBe(200);
    expect(body).toContain('14. Evaluasi kinerja pelaksana');
    expect(body).not.toContain('class="tabs"');
  });
});

describe('the API', () => {
  it('lists all services in one answer', async () => {
    const { items, next } = (await get('/api/v1/services')).json();
    expect(next).toBeNull();
    expect(items).toHaveLength(63);
    expect(items.find((item: { slug: string }) => item.slug === 'sip-nakes')).toMatchObject({
      name: 'Izin praktik tenaga medis/kesehatan (SIP)',
      agency: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
      promise: { amount: 5, unit: 'working-days', text: '5 hari kerja' },
      fee: { amount: 0, text: 'Gratis' },
    });
  });

  it('speaks English when asked', async () => {
    const { items } = (await get('/api/v1/services?bahasa=en')).json();
    expect(items.find((item: { slug: string }) => item.slug === 'sk-usaha')).toMatchObject({
      name: 'Business letter',
      promise: { text: '1 working hour' },
      fee: { text: 'Free' },
    });
  });

  it('gives one service as data: standard, requirements, questions, documents, version and hash', async () => {
    const service = (await get('/api/v1/services/sk-usaha')).json();
    expect(service).toMatchObject({ slug: 'sk-usaha', version: 1, unit: { kind: 'kelurahan' }, officer: 'Lurah' });
    expect(service.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(service.standard.components).toHaveLength(14);
    expect(service.requirements.map(({ id }: { id: string }) => id)).toContain('kartu-keluarga');
    expect(service.documents.map(({ id }: { id: string }) => id)).not.toContain('keterangan-usaha'); // typed, not uploaded
    const questions = service.questions.flatMap(({ fields }: { fields: { id: string }[] }) =>
      fields.map(({ id }) => id),
    );
    expect(questions).toEqual(expect.arrayContaining(['nama_usaha', 'nik', 'wilayah']));
    expect(service.eligibility).toHaveLength(2);
  });

  it('answers an unknown service with a problem', async () => {
    const response = await get('/api/v1/services/tidak-ada');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: 'catalogue.service_not_found' });
  });

  it('gives every service and is described in the OpenAPI document', async () => {
    for (const { slug } of (await currentCatalogue(app.ctx())).services)
      expect((await get(`/api/v1/services/${slug}`)).statusCode, slug).toBe(200);
    const { paths } = (await get('/api/v1/openapi.json')).json();
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/v1/services', '/api/v1/services/{slug}']));
  }, 60_000);
});

describe('the administrator', () => {
  it('sees every service with what nobody has confirmed', async () => {
    const cookie = await sessionCookieOf(app.ctx(), 'admin');
    const { statusCode, body } = await get('/petugas/layanan/keyakinan', { cookie });
    expect(statusCode).toBe(200);
    expect(body.match(/href="\/layanan\/[^"]+\/standar"/g)).toHaveLength(63);
    expect(body).toContain('Kebiasaan umum');
    expect(body).toContain('komponen internal');
    const standard = await get('/layanan/sk-usaha/standar', { cookie });
    expect(standard.body.match(/Belum dikonfirmasi/g)?.length).toBeGreaterThanOrEqual(9); // procedure, time, 7 internal
  });

  it('is not anybody: citizens are sent to sign in, other officers are refused', async () => {
    expect((await get('/petugas/layanan/keyakinan', { accept: 'text/html' })).statusCode).not.toBe(200);
    const cookie = await sessionCookieOf(app.ctx(), 'lurah.lompoe');
    expect((await get('/petugas/layanan/keyakinan', { cookie })).statusCode).toBe(403);
    expect((await get('/layanan/sk-usaha/standar', { cookie })).body).not.toContain('Belum dikonfirmasi');
  });
});

describe('a new version', () => {
  it('shows at the next request, on pages, in search and in the API', async () => {
    const ctx = app.ctx();
    expect((await get('/layanan/sk-usaha')).body).toContain('Selesai 1 jam kerja');
    const { definition } = await currentVersion(ctx, 'sk-usaha');
    const changed = {
      ...definition,
      title: { id: 'Surat juragan', en: 'Boss letter' },
      standard: { ...definition.standard, promise: { amount: 3, unit: 'working-days' as const } },
    };
    await publishDefinition(ctx, changed, 'test');
    const page = await get('/layanan/sk-usaha');
    expect(page.body).toContain('Selesai 3 hari kerja');
    expect(page.body).toContain('Surat juragan');
    expect((await get('/')).body).not.toContain('Surat keterangan usaha');
    expect((await get('/cari?q=surat+juragan')).body).toContain('href="/layanan/sk-usaha"');
    expect((await get('/api/v1/services/sk-usaha')).json()).toMatchObject({ version: 2, name: 'Surat juragan' });
    expect((await get('/layanan/sk-usaha/standar')).body).toContain('Surat juragan');
  });

  it('is not made when nothing changed', async () => {
    const ctx = app.ctx();
    const { definition, version } = await currentVersion(ctx, 'kia');
    expect(await publishDefinition(ctx, definition, 'test')).toBe(false);
    expect((await currentVersion(ctx, 'kia')).version).toBe(version);
  });
});

describe('what a phone has to load (look.md 5.8)', () => {
  it.each(['/', '/layanan/sk-usaha', '/layanan/sip-nakes', '/layanan', '/cari?q=ktp'])(
    '%s stays within 30 kB of HTML and CSS and six requests',
    async (url) => {
      const page = await get(url);
      const assets = [...page.body.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|woff2|svg|png|jpg))"/g)].map(
        ([, path]) => path ?? '',
      );
      expect(1 + new Set(assets).size).toBeLessThanOrEqual(6);
      const packed = await get(url, { 'accept-encoding': 'gzip' });
      expect(packed.headers['content-encoding']).toBe('gzip');
      let bytes = packed.rawPayload.length;
      for (const path of assets.filter((asset) => asset.endsWith('.css'))) {
        const css = await get(path, { 'accept-encoding': 'gzip' });
        expect(css.statusCode).toBe(200);
        bytes += css.rawPayload.length;
      }
      expect(bytes).toBeGreaterThan(5_000);
      expect(bytes).toBeLessThanOrEqual(30 * 1024);
    },
  );
});
