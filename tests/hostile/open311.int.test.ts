// Random parameters for Open311 and the public addresses of complaints: never a fault of ours, never a word that is private.
// LOKET24_FUZZ_REQUESTS=100000 for the long run.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { aReport } from '../../src/modules/complaints/testing.ts';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const wanted = Number(process.env.LOKET24_FUZZ_REQUESTS ?? 2000);
const privateWords = ['Rahasiawati', '7372015708900001', '081298765432', 'rahasia@example.org', 'kata kunci gelap'];
let app: TestApp;
let key = '';
let codes: string[] = [];
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  key = await createApiKey(app.ctx(), { name: 'Coba', scope: 'inbox' });
  const about = { name: 'Rahasiawati', nik: '7372015708900001', phone: '081298765432', email: 'rahasia@example.org' };
  const open = await aReport(app.ctx(), { ...about, category: 'lampu.mati' });
  const secret = await aReport(app.ctx(), {
    ...about,
    level: 'secret',
    text: 'kata kunci gelap',
    category: 'lampu.mati',
  });
  await publish(app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo')), {
    ...{ problemId: open.problemId ?? '', title: 'Lampu mati', text: 'Lampu mati di lorong' },
  });
  const rows = await app.database.query('select code from complaints.problem');
  codes = [...rows.map(({ code }) => String(code)), open.number, secret.number, secret.trackingCode];
}, 120_000);
afterAll(() => app.close());

const names = [
  ...[
    'jurisdiction_id',
    'service_request_id',
    'service_code',
    'start_date',
    'end_date',
    'status',
    'lat',
    'long',
    'radius',
  ],
  ...[
    'page',
    'page_size',
    'extensions',
    'api_key',
    'address_string',
    'address_id',
    'email',
    'phone',
    'first_name',
    'last_name',
  ],
  ...[
    'description',
    'media_url',
    'attribute[tingkat]',
    'attribute[kelurahan]',
    'attribute[x][]',
    'update_id',
    'updated_datetime',
  ],
  ...['kategori', 'kelurahan', 'q', 'dari', 'sampai', 'sesudah', '__proto__', 'constructor', '', 'status[]'],
];
const value = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      ...codes,
      key,
      'parepare',
      'lampu.mati',
      'open',
      'closed',
      '-4.01',
      '119.62',
      '0',
      '-1',
      '1e309',
      'NaN',
    ),
    fc.constantFrom(
      '2026-11-27T08:00:00+08:00',
      '9999-99-99T99:99:99Z',
      '%00',
      '\u0000',
      "' or 1=1 --",
      '../../etc/passwd',
      'x'.repeat(5000),
    ),
    fc.double().map(String),
    fc.date({ noInvalidDate: false }).map((at) => (Number.isNaN(at.getTime()) ? 'x' : at.toISOString())),
  );
const shot = () =>
  fc.record({
    path: fc.oneof(
      fc.constantFrom('discovery', 'v2/services', 'v2/requests', 'v2/servicerequestupdates', 'v2/discovery', 'v2/', ''),
      fc
        .tuple(fc.constantFrom('v2/requests/', 'v2/services/', 'v2/tokens/'), value())
        .map(([folder, id]) => folder + encodeURIComponent(id)),
    ),
    format: fc.constantFrom('.json', '.xml', '.json', '.xml', '', '.html', '.'),
    post: fc.boolean(),
    parameters: fc.array(fc.tuple(fc.constantFrom(...names), value()), { maxLength: 8 }),
  });

it(`${wanted} random requests are answered below 500 and tell nothing private`, { timeout: 3_600_000 }, async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(shot(), async ({ path, format, post, parameters }) => {
      const query = new URLSearchParams(parameters).toString();
      const url = `/open311/${path}${format}`;
      const answer = await app.fastify.inject(
        post
          ? { method: 'POST', url, payload: query, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
          : { method: 'GET', url: `${url}?${query}` },
      );
      seen[answer.statusCode] = (seen[answer.statusCode] ?? 0) + 1;
      expect(answer.statusCode, `${url} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
      for (const word of privateWords) expect(answer.body, url).not.toContain(word);
    }),
    { numRuns: wanted, endOnFailure: true },
  );
  process.stdout.write(`open311: ${JSON.stringify(seen)}\n`);
  expect(Object.keys(seen).length).toBeGreaterThan(3);
});
