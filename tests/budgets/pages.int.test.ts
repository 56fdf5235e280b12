// What a first visit has to load (look.md 5.8), measured on the served pages with real content.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { settleTown, type Town } from '../support/town.ts';

const kB = 1000;
let app: TestApp;
let town: Town;
let session: string;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, worker: true });
  town = await settleTown(app);
  session = await sessionCookieOf(app.ctx(), 'petugas.lompoe');
}, 90_000);
afterAll(() => app.close());

interface Weight {
  readonly page: number; // HTML and CSS
  readonly script: number;
  readonly font: number;
  readonly images: number;
  readonly requests: number;
}

const attributes = /<(?:link|script|img|source|iframe)\b[^>]*?\b(?:href|src)="([^"]+)"[^>]*>/g;

/** The page and everything its markup and stylesheets make a browser fetch, as it travels. */
async function weigh(path: string, cookie = ''): Promise<Weight> {
  const headers = { cookie, 'accept-encoding': 'gzip' };
  const answer = await app.fastify.inject({ url: path, headers });
  expect(answer.statusCode, path).toBe(200);
  const html = (await app.fastify.inject({ url: path, headers: { cookie } })).body;
  const linked = [...html.matchAll(attributes)].filter(([tag]) => !/rel="(canonical|alternate)"/.test(tag));
  const urls = new Set(linked.map(([, url]) => url ?? '').filter((url) => url.startsWith('/')));
  const weight = { page: answer.rawPayload.length, script: 0, font: 0, images: 0, requests: 1 };
  for (const url of urls) {
    const asset = await app.fastify.inject({ url, headers });
    const bytes = asset.rawPayload.length;
    const type = String(asset.headers['content-type']);
    weight.requests += 1;
    if (/css/.test(type)) weight.page += bytes;
    else if (/javascript/.test(type)) weight.script += bytes;
    else if (/font|woff/.test(type)) weight.font += bytes;
    else weight.images += bytes;
    if (!/css/.test(type)) continue;
    for (const [, inner = ''] of asset.body.matchAll(/url\(["']?(\/[^"')]+)/g)) urls.add(inner);
  }
  return weight;
}

describe('a first visit on a phone', () => {
  const pages = (): Readonly<Record<string, string>> => ({
    home: '/',
    services: '/layanan',
    service: '/layanan/sk-domisili',
    'the longest service': '/layanan/sip-nakes',
    start: '/layanan/sk-domisili/mulai',
    form: `/permohonan/${town.drafts.check}/isi/tempat-tinggal`,
    check: `/permohonan/${town.drafts.check}/periksa`,
    receipt: `/lacak/${town.codes.fresh}/tanda-terima`,
    tracking: `/lacak/${town.codes.fresh}`,
    'tracking of a finished case': `/lacak/${town.codes.signed}`,
    verification: `/verifikasi/${town.verifyId}`,
  });
  it.each([
    'home',
    'services',
    'service',
    'the longest service',
    'start',
    'form',
    'check',
    'receipt',
    'tracking',
    'tracking of a finished case',
    'verification',
  ])('of %s stays within 30 kB of page, 14 kB of font, 12 kB of script and 6 requests', async (name) => {
    const weight = await weigh(pages()[name] ?? '');
    expect(weight.page).toBeGreaterThan(5 * kB);
    expect(weight.page).toBeLessThanOrEqual(30 * kB);
    expect(weight.font).toBeLessThanOrEqual(14 * kB);
    expect(weight.script).toBeLessThanOrEqual(12 * kB);
    expect(weight.images).toBeLessThanOrEqual(2 * kB);
    expect(weight.requests).toBeLessThanOrEqual(6);
  });

  it('asks for no font when the reader saves data', async () => {
    const answer = await app.fastify.inject({ url: '/', headers: { 'save-data': 'on' } });
    expect(answer.body).not.toContain('.woff2');
  });
});

describe('an officer', () => {
  it.each(['/petugas', 'case'])('loads %s within 80 kB and 12 requests', async (path) => {
    const weight = await weigh(path === 'case' ? `/petugas/berkas/${town.numbers.signed}` : path, session);
    // Papers of the case are the applicant's, not the page's.
    expect(weight.page + weight.script + weight.font).toBeLessThanOrEqual(80 * kB + 14 * kB);
    expect(weight.page).toBeLessThanOrEqual(80 * kB);
    expect(weight.requests).toBeLessThanOrEqual(12);
  });
});
