// What every route must have, asked of the running application: nobody can add one and forget it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import type { Route } from '../../src/platform/http/define.ts';
import { id } from '../../src/platform/http/messages.id.ts';
import { allRoutes } from '../../src/platform/http/server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let routes: readonly Route[] = [];
let officerCookie = '';
let treasurerCookie = '';

beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  routes = allRoutes(app.app.modules);
  officerCookie = await sessionCookieOf(app.ctx(), 'admin');
  treasurerCookie = await sessionCookieOf(app.ctx(), 'bendahara.bkd-keuangan');
});
afterAll(() => app.close());

describe('every route', () => {
  test('is declared with who may use it', () => {
    expect(routes.length).toBeGreaterThan(50);
    const kinds = new Set(['public', 'token', 'officer']);
    expect(routes.filter(({ options }) => !kinds.has(options.access?.kind)).map(nameOf)).toEqual([]);
  });

  test('of the server is a declared one, an asset, or a sign of life', () => {
    const declared = new Set(routes.map(({ options }) => options.url));
    const plain = app.fastify
      .printRoutes({ commonPrefix: false, includeMeta: false })
      .split('\n')
      .flatMap((line) => /(\/\S*) \(/.exec(line)?.[1] ?? []);
    expect(plain.length).toBeGreaterThan(20);
    for (const { options } of routes)
      expect(app.fastify.hasRoute({ method: options.method, url: options.url }), options.url).toBe(true);
    const others = ['/healthz', '/readyz', '/metrics', '/aset/:name', '/favicon.ico'];
    for (const url of others) expect(declared).not.toContain(url);
  });

  test('with a secret in its address hides behind a token, and only those do', () => {
    const secrets = routes.filter(({ options }) => /:(token|code|trackingCode)\b/.test(options.url));
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.filter(({ options }) => options.access.kind !== 'token').map(nameOf)).toEqual([]);
    const tokens = routes.filter(({ options }) => options.access.kind === 'token');
    expect(tokens.filter((route) => !secrets.includes(route)).map(nameOf)).toEqual([]);
  });

  test('with a secret in its address counts wrong tries', () => {
    const tokens = routes.filter(({ options }) => options.access.kind === 'token');
    expect(tokens.filter(({ options }) => !options.missLimit && !options.rateLimit).map(nameOf)).toEqual([]);
  });

  test('for officers sends strangers away before it reads what they send', async () => {
    for (const route of routes.filter(({ options }) => options.access.kind === 'officer')) {
      const { statusCode, headers } = await send(route, {});
      if (statusCode === 303) expect(headers.location, nameOf(route)).toMatch(/^\/petugas\/masuk/);
      else expect(statusCode, nameOf(route)).toBe(401);
    }
  });

  test('under /petugas and of the desk API asks for an officer, but for the sign-in pages', () => {
    const staff = routes.filter(
      ({ options }) => options.url.startsWith('/petugas') && !/^\/petugas\/(masuk|keluar)/.test(options.url),
    );
    expect(staff.length).toBeGreaterThan(5);
    expect(staff.filter(({ options }) => options.access.kind !== 'officer').map(nameOf)).toEqual([]);
    const desk = routes.filter(({ options }) => /^\/api\/v1\/(cases|tasks)/.test(options.url));
    expect(desk.length).toBeGreaterThan(3);
    expect(desk.filter(({ options }) => options.access.kind !== 'officer').map(nameOf)).toEqual([]);
  });

  test('of the API is under /api/v1, says what it answers, and takes no session for a key', async () => {
    const api = routes.filter(({ surface }) => surface === 'api');
    expect(api.filter(({ options }) => !options.url.startsWith('/api/v1/')).map(nameOf)).toEqual([]);
    for (const route of api.filter(({ options }) => options.access.kind === 'officer')) {
      const { statusCode } = await send(route, { cookie: officerCookie });
      expect(statusCode, nameOf(route)).toBe(401);
    }
  });
});

describe('every form', () => {
  const forms = () => routes.filter(({ surface, options }) => surface === 'page' && options.method !== 'GET');

  test('is sent by POST, and there are many', () => {
    expect(forms().length).toBeGreaterThan(20);
    expect(
      forms()
        .filter(({ options }) => options.method !== 'POST')
        .map(nameOf),
    ).toEqual([]);
  });

  test('is refused without its token, also when it carries files', async () => {
    for (const route of forms()) {
      const answer = await send(route, { cookie: cookieFor(route) });
      expect([answer.statusCode, refusalOf(answer.body)], nameOf(route)).toEqual([403, 'request.csrf']);
      if (!route.options.multipart) continue;
      const withFiles = await send(route, { cookie: cookieFor(route), ...multipart });
      expect([withFiles.statusCode, refusalOf(withFiles.body)], `${nameOf(route)} multipart`).toEqual([
        403,
        'request.csrf',
      ]);
    }
  });

  test('is refused with a token made for another browser, and from another site', async () => {
    const page = await app.fastify.inject({ url: '/petugas/masuk' });
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1];
    const browser = /peramban=([^;]+)/.exec(String(page.headers['set-cookie']))?.[1];
    expect(token).toBeDefined();
    expect(browser).toBeDefined();
    const own = { payload: `_csrf=${encodeURIComponent(token ?? '')}`, type: 'application/x-www-form-urlencoded' };
    for (const route of forms()) {
      const foreignBrowser = `${cookieFor(route)}; peramban=${'a'.repeat(32)}`;
      const stolen = await send(route, { cookie: foreignBrowser, ...own });
      expect([stolen.statusCode, refusalOf(stolen.body)], nameOf(route)).toEqual([403, 'request.csrf']);
      const elsewhere = await send(route, {
        cookie: `${cookieFor(route)}; peramban=${browser}`,
        origin: 'https://elsewhere.example',
        ...own,
      });
      expect([elsewhere.statusCode, refusalOf(elsewhere.body)], nameOf(route)).toEqual([403, 'request.csrf']);
    }
  });
});

/** Of somebody who may use the route: who may not is refused before the token is looked at. */
function cookieFor({ options }: Route): string {
  const wanted = options.access.kind === 'officer' ? [options.access.permission ?? []].flat() : [];
  return wanted.includes('treasury') ? treasurerCookie : officerCookie;
}

const multipart = {
  type: 'multipart/form-data; boundary=planted',
  payload:
    '--planted\r\ncontent-disposition: form-data; name="berkas"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\r\n--planted--\r\n',
};

interface Sent {
  readonly cookie?: string;
  readonly origin?: string;
  readonly payload?: string;
  readonly type?: string;
}
let visitors = 0;

async function send(route: Route, { cookie, origin, payload, type }: Sent) {
  visitors += 1; // each from an address of its own: rate limits are not what is tested here
  return app.fastify.inject({
    method: route.options.method,
    url: addressOf(route),
    remoteAddress: `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`,
    headers: {
      'accept-language': 'id',
      ...(cookie ? { cookie } : {}),
      ...(origin ? { origin } : {}),
      ...(payload === undefined ? {} : { 'content-type': type ?? '' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

/** An address of this shape; its parts need not exist, since all of this comes before. */
function addressOf({ options }: Route): string {
  return options.url.replace(/:[a-zA-Z]+/g, 'planted');
}

function nameOf({ options }: Route): string {
  return `${options.method} ${options.url}`;
}

function refusalOf(body: string): string | undefined {
  return body.includes(id.errors['request.csrf']()) ? 'request.csrf' : undefined;
}
