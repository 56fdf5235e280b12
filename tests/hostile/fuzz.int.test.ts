// Random requests to every address there is, by the published description and beside it: errors, never faults.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { anOfficer, sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { modules } from '../../src/modules.ts';
import type { Route } from '../../src/platform/http/define.ts';
import { allRoutes } from '../../src/platform/http/server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, draftOf, startDomicile } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { createVisitor, formOf } from '../support/visitor.ts';

const perRoute = 100;
let app: TestApp;
let known: Readonly<Record<string, string>>;
let key: string;
let session: string;
let browser: { cookie: string; token: string };
let paths: readonly string[] = [];
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, listen: true });
  const code = await applyForDomicile(createVisitor(app.fastify));
  const token = draftOf(await startDomicile(createVisitor(app.fastify)));
  known = {
    code,
    trackingCode: code,
    token,
    number: await numberOf(app, code),
    slug: 'sk-domisili',
    part: 'isi',
    page: 'pemohon',
    name: 'pemohon',
    action: 'lengkap',
  };
  const { id } = await anOfficer(app.ctx(), 'petugas.lompoe');
  key = await createApiKey(app.ctx(), { name: 'coba', scope: 'inbox', officerId: id });
  session = await sessionCookieOf(app.ctx(), 'petugas.lompoe');
  const visitor = createVisitor(app.fastify);
  const page = await visitor.get('/lacak');
  browser = {
    cookie: `peramban=${visitor.cookies.get('peramban')}`,
    token: formOf(page).values.get('_csrf')?.[0] ?? '',
  };
  const description = await app.fastify.inject('/api/v1/openapi.json');
  paths = Object.keys(description.json<{ paths: object }>().paths);
});
afterAll(() => app.close());

const oddText = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '..',
    '../..',
    '%',
    '%00',
    '\u0000',
    '\ud800',
    'null',
    '__proto__',
    '-1',
    '9'.repeat(400),
    "' or 1=1 --",
    '<script>',
    '{{1}}',
    '\r\nX: 1',
    'x'.repeat(5000),
  ),
);
const oddValue = fc.oneof(oddText, fc.jsonValue({ maxDepth: 3 }), fc.integer(), fc.array(oddText, { maxLength: 4 }));
const fieldNames = [
  'answers',
  'service',
  'documents',
  'channel',
  'data',
  'requestId',
  'version',
  'nama',
  'nik',
  'hp',
  'text',
  'email',
  'number',
  'phone',
  'code',
  'berkas',
  '_later',
  '_from',
  '_add',
  '_remove',
  '_remove_file',
  'kembali',
  'ukuran',
  'bahasa',
];
const oddBody = fc.oneof(
  fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames), oddText), oddValue, { maxKeys: 8 }),
  fc.jsonValue(),
);

interface Shot {
  readonly params: readonly string[];
  readonly real: readonly boolean[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly type: 'json' | 'form' | 'none' | 'odd';
}
const shot: fc.Arbitrary<Shot> = fc.record({
  params: fc.array(oddText, { minLength: 4, maxLength: 4 }),
  real: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  query: fc.dictionary(
    fc.oneof(fc.constantFrom('q', 'bahasa', 'next', 'filter', 'dari', 'kembali'), oddText),
    oddText,
    { maxKeys: 3 },
  ),
  body: oddBody,
  type: fc.constantFrom('json', 'form', 'none', 'odd'),
});

function addressOf(url: string, { params, real, query }: Shot): string {
  let at = -1;
  const path = url.replace(/:(\w+)/g, (_, name: string) => {
    at += 1;
    const odd = encodeOdd(params[at] ?? '');
    return real[at] ? (known[name] ?? odd) : odd;
  });
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
  );
  return `${path}?${search.toString()}`;
}
const encodeOdd = (text: string) => (text === '%' || text === '%00' ? text : encodeURIComponent(text.toWellFormed()));

function contentOf({ body, type }: Shot, isPage: boolean): { payload?: string; headers: Record<string, string> } {
  if (type === 'none') return { headers: {} };
  if (type === 'odd')
    return { payload: String(JSON.stringify(body)).slice(0, 20), headers: { 'content-type': 'application/json' } };
  if (type === 'json' && !isPage)
    return { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const flat = typeof body === 'object' && body !== null ? Object.entries(body) : [['x', String(body)]];
  const form = new URLSearchParams(
    flat.map(([name, value]) => [String(name).toWellFormed(), String(JSON.stringify(value))]),
  );
  form.set('_csrf', browser.token);
  return { payload: form.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}

async function fire({ surface, options }: Route, given: Shot) {
  const isPage = surface === 'page';
  const { payload, headers } = options.method === 'GET' ? { headers: {} } : contentOf(given, isPage);
  // Signing out is tested elsewhere; here it would end the session for all that follow.
  const cookie = /keluar|masuk/.test(options.url) ? browser.cookie : `${browser.cookie}; ${session}`;
  return app.fastify.inject({
    method: options.method,
    url: addressOf(options.url, given),
    remoteAddress: `10.${given.params.join().length % 250}.${JSON.stringify(given.body ?? '').length % 250}.${Math.floor(Math.random() * 250)}`,
    headers: {
      ...headers,
      'idempotency-key': given.params[0]?.replace(/[^\x21-\x7e]/g, '') || 'x',
      ...(isPage ? { cookie } : { authorization: `Bearer ${key}` }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

// A stream of events never ends by itself; tests/e2e reads it.
const routes = allRoutes(modules).filter(({ options }) => options.url !== '/kerja/loket/kabar');

describe('a hundred random requests', () => {
  it('meet every address of the published description', () => {
    expect(paths.length).toBeGreaterThan(8);
    const declared = new Set(routes.map(({ options }) => options.url.replace(/:(\w+)/g, '{$1}')));
    expect(paths.filter((path) => !declared.has(path))).toEqual([]);
  });

  it.each(routes.map((route) => [`${route.options.method} ${route.options.url}`, route] as const))(
    'to %s end without a fault',
    async (_name, route) => {
      await fc.assert(
        fc.asyncProperty(shot, async (given) => {
          const answer = await fire(route, given);
          expect(answer.statusCode, answer.body.slice(0, 300)).toBeLessThan(500);
          expect(answer.headers['x-content-type-options']).toBe('nosniff');
          // What the bank signs is answered in the bank's own form, once it can be read at all.
          const ofBank = route.options.signed === true && answer.body.includes('responseCode');
          if (ofBank) expect(answer.json()).toMatchObject({ responseCode: expect.stringMatching(/^[24]\d{6}$/) });
          else if (route.surface === 'api' && answer.statusCode >= 400) {
            expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
            expect(answer.json()).toMatchObject({
              status: answer.statusCode,
              code: expect.stringMatching(/^[a-z]+\.[a-z_]+$/),
            });
          }
          if (answer.statusCode === 303) expect(String(answer.headers.location)).toMatch(/^\/(?!\/)/);
        }),
        { numRuns: perRoute, seed: 24 },
      );
    },
  );
});

describe('addresses beside the known ones', () => {
  it.each([
    '/aset/..%2f..%2fpackage.json',
    '/aset/%2e%2e/%2e%2e/secret.key',
    '/aset/....//secret.key',
    '/aset/\\..\\secret.key',
    '/aset/%00',
    '/aset/__proto__',
    '/aset/constructor',
    '/..%2f..%2fetc/passwd',
    '//jahat.example',
    '/%ff%fe',
    '/.env',
    '/.git/config',
    '/lacak/%E0%A4%A',
    '/petugas/berkas/..%2f..%2f/surat.pdf',
    `/${'a'.repeat(9000)}`,
    '/layanan/__proto__',
    '/layanan/constructor/mulai',
  ])('%s hold nothing', async (url) => {
    const answer = await app.fastify.inject({ url, headers: { cookie: session } });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toMatch(/root:x|"dependencies"|\[core\]/);
  });

  it('no header value can start a header of its own', async () => {
    const wanted = encodeURIComponent('/lacak\r\nSet-Cookie: sesi=curi');
    for (const url of [
      `/tampilan?kembali=${wanted}`,
      `/petugas/masuk?kembali=${wanted}`,
      `/lacak/a%0d%0aSet-Cookie:%20x=1`,
    ]) {
      const answer = await app.fastify.inject({ url });
      expect(answer.statusCode).toBeLessThan(500);
      expect(JSON.stringify(answer.headers['set-cookie'] ?? '')).not.toContain('curi');
    }
  });

  it('requests that are hardly HTTP get one line and the server lives on', async () => {
    const { connect } = await import('node:net');
    const port = Number(new URL(app.url).port);
    const say = (text: string) =>
      new Promise<string>((done) => {
        let heard = '';
        const socket = connect(port, '127.0.0.1', () => socket.end(text));
        socket.on('data', (chunk) => {
          heard += chunk.toString();
        });
        socket.on('close', () => done(heard));
        socket.on('error', () => done(heard));
      });
    expect(await say(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431/);
    expect(await say('BUKAN HTTP\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    expect(
      await say(
        'POST /api/v1/applications HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
      ),
    ).toMatch(/^HTTP\/1.1 400/);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});
