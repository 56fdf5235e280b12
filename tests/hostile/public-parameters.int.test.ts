// Random parameters for the public pages about reports: list, map, feeds, file, widget, form, tracking, search. Never a fault of ours, never a
// word of a secret report or of a person. LOKET24_FUZZ_REQUESTS=100000 for the long run.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { attach, publish } from '../../src/modules/complaints/index.ts';
import { aReport } from '../../src/modules/complaints/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const wanted = Number(process.env.LOKET24_FUZZ_REQUESTS ?? 600);
// Words of the person and of the secret reports; what is asked for may come back as it was asked, so none of them is ever asked for.
const privateWords = [
  'Rahasiawati',
  '7372015708900001',
  '081298765432',
  '81298765432',
  'rahasia@example.org',
  'tandagelap',
];
let app: TestApp;
let codes: string[] = [];
let secretNumbers: string[] = [];
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  const about = { name: 'Rahasiawati', nik: '7372015708900001', phone: '081298765432', email: 'rahasia@example.org' };
  const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  const open = await aReport(app.ctx(), about);
  await publish(verifier, { problemId: open.problemId ?? '', title: 'Lampu mati', text: 'Lampu mati di lorong' });
  const [shown] = await app.database.query(`select code from complaints.problem where id = '${open.problemId}'`);
  const alone = await aReport(app.ctx(), { ...about, level: 'secret', text: 'tandagelap sendiri' });
  const joined = await aReport(app.ctx(), { ...about, level: 'secret', text: 'tandagelap bersama' });
  await attach(verifier, { number: joined.number, code: String(shown?.code) });
  const unpublished = await aReport(app.ctx(), { ...about, text: 'tandagelap belum tayang' });
  const rows = await app.database.query('select code from complaints.problem');
  secretNumbers = [alone, joined, unpublished].map(({ number }) => number);
  codes = [...rows.map(({ code }) => String(code)), open.number, ...secretNumbers];
}, 120_000);
afterAll(() => app?.close());

const names = [
  ...[
    'q',
    'status',
    'wilayah',
    'kategori',
    'periode',
    'dari',
    'sampai',
    'setelah',
    'kotak',
    'halaman',
    'tampil',
    'lat',
    'long',
  ],
  ...[
    'sejak',
    'urut',
    'teks',
    'aset',
    'lanjut',
    'kabar',
    'ikut',
    'number',
    'phone',
    'kode',
    'bahasa',
    'kembali',
    'tiket',
  ],
  ...['__proto__', 'constructor', '', 'q[]', 'status[]', 'kotak[0]'],
];
const value = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      ...codes,
      'lampu.mati',
      '73.72.01.1004',
      'terbuka',
      'selesai',
      '30',
      '365',
      'peta',
      'daftar',
      'lampu',
    ),
    fc.constantFrom(
      '-4.1,119.5,-3.9,119.7',
      '-4.1,119.5',
      'NaN,NaN,NaN,NaN',
      '1e309',
      '-1',
      '0',
      '99999999999999999999',
    ),
    fc.constantFrom(
      '2026-10-12',
      '2026-02-31',
      '9999-99-99',
      '%00',
      '\u0000',
      "' or 1=1 --",
      '../../etc/passwd',
      'x'.repeat(5000),
    ),
    fc.double().map(String),
  );
const folders = ['/laporan/', '/lacak/', '/kabar/', '/laporan/data/', '/label/', '/api/v1/track/'];
const pages = [
  '/laporan',
  '/laporan.rss',
  '/laporan.geojson',
  '/laporan.csv',
  '/laporan/sisipan',
  '/lapor',
  '/lacak',
  '/cari',
];
const shot = () =>
  fc.record({
    path: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pages) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...folders), value())
          .map(([folder, id]) => folder + encodeURIComponent(id)),
      },
    ),
    parameters: fc.array(fc.tuple(fc.constantFrom(...names), value()), { maxLength: 6 }),
  });

it(`${wanted} random requests are answered below 500 and tell nothing private`, { timeout: 7_200_000 }, async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(shot(), async ({ path, parameters }) => {
      const url = `${path}?${new URLSearchParams(parameters).toString()}`;
      const answer = await app.fastify.inject({ method: 'GET', url });
      seen[answer.statusCode] = (seen[answer.statusCode] ?? 0) + 1;
      expect(answer.statusCode, `${url} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
      for (const word of privateWords) expect(answer.body, url).not.toContain(word);
      // Their numbers are asked for; they come back in what was asked only.
      const asked = decodeURIComponent(url.replaceAll('%', '%25')).toUpperCase();
      for (const number of secretNumbers) if (!asked.includes(number)) expect(answer.body, url).not.toContain(number);
    }),
    { numRuns: wanted, endOnFailure: true },
  );
  process.stdout.write(`public pages: ${JSON.stringify(seen)}\n`);
  expect(seen['200'] ?? 0).toBeGreaterThan(wanted / 10);
});
