// Forms sent by somebody else's page, with no token, a stranger's token, or one made up: every page that takes a form.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { modules } from '../../src/modules.ts';
import { allRoutes } from '../../src/platform/http/server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, draftOf, startDomicile } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { createVisitor, formOf } from '../support/visitor.ts';

let app: TestApp;
let places: Readonly<Record<string, string>>;
let officer: string;
let mine: { cookie: string; token: string };
let stranger: { cookie: string; token: string };
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  const code = await applyForDomicile(createVisitor(app.fastify));
  const token = draftOf(await startDomicile(createVisitor(app.fastify)));
  places = {
    code,
    token,
    number: await numberOf(app, code),
    slug: 'sk-domisili',
    part: 'isi',
    name: 'keperluan',
    page: 'keperluan',
  };
  officer = await sessionCookieOf(app.ctx(), 'petugas.lompoe');
  [mine, stranger] = [await aForm(), await aForm()];
});
afterAll(() => app.close());

async function aForm(): Promise<{ cookie: string; token: string }> {
  const visitor = createVisitor(app.fastify);
  const page = await visitor.get('/lacak');
  return { cookie: `peramban=${visitor.cookies.get('peramban')}`, token: formOf(page).values.get('_csrf')?.[0] ?? '' };
}

const routes = allRoutes(modules).filter(({ surface, options }) => surface === 'page' && options.method !== 'GET');
const addressOf = (url: string) =>
  url.replace(/:(\w+)/g, (_, name: string) => places[name] ?? '01890000-0000-7000-8000-000000000000');

async function post(url: string, given: { cookie?: string; token?: string; headers?: Record<string, string> }) {
  const fields = new URLSearchParams({
    requestId: 'x',
    text: 'palsu',
    ...(given.token === undefined ? {} : { _csrf: given.token }),
  });
  const cookie = [officer, given.cookie].filter(Boolean).join('; ');
  return app.fastify.inject({
    method: 'POST',
    url: addressOf(url),
    payload: fields.toString(),
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...given.headers },
  });
}

const count = async () =>
  (
    await app.database.query(
      'select (select count(*) from cases.event) + (select count(*) from applications.draft) as n',
    )
  )[0]?.n;

describe('a forged form', () => {
  it('there are forms to forge', () => {
    expect(routes.length).toBeGreaterThan(15);
  });

  it.each(routes.map(({ options }) => options.url))('at %s changes nothing', async (url) => {
    const before = await count();
    const [nonce = '', mac = ''] = mine.token.split('.');
    const tries = {
      'no token': { cookie: mine.cookie },
      'no cookie': { token: mine.token },
      'the token of another browser': { cookie: mine.cookie, token: stranger.token },
      'a nonce of another token': { cookie: mine.cookie, token: `${stranger.token.split('.')[0]}.${mac}` },
      'a shortened token': { cookie: mine.cookie, token: `${nonce}.${mac.slice(1)}` },
      'an empty token': { cookie: mine.cookie, token: '' },
      'a made-up pair': { cookie: `peramban=${'A'.repeat(32)}`, token: `a.${'A'.repeat(43)}` },
      'another site': { ...mine, headers: { origin: 'https://jahat.example' } },
      'a sister site': { ...mine, headers: { 'sec-fetch-site': 'same-site' } },
      'a sandboxed frame': { ...mine, headers: { origin: 'null' } },
    };
    for (const [how, given] of Object.entries(tries)) {
      const answer = await post(url, given);
      // Sign-in pages with their own limits may refuse for that reason; none may take the form.
      expect([403, 404, 429], `${how}: ${answer.body.slice(0, 200)}`).toContain(answer.statusCode);
      expect(answer.body, how).not.toContain('platform.unexpected');
    }
    expect(await count()).toBe(before);
  });

  it('is told from a real one, whose token works again after the first use', async () => {
    // A token is bound to the browser, not to one use: the back button and a second tab must keep working; sending twice
    // is made harmless by the request id instead.
    for (let time = 0; time < 2; time++) {
      const answer = await post('/lacak/:code/pesan', { ...mine, headers: { 'sec-fetch-site': 'same-origin' } });
      expect(answer.statusCode).toBe(303);
    }
    const messages = await app.database.query("select 1 from cases.event where kind = 'message'");
    expect(messages).toHaveLength(1);
  });

  it('cannot come as JSON or plain text', async () => {
    for (const type of ['text/plain', 'application/json', 'application/xml', '']) {
      const answer = await app.fastify.inject({
        method: 'POST',
        url: addressOf('/lacak/:code/pesan'),
        payload: JSON.stringify({ text: 'palsu', requestId: 'y' }),
        headers: { cookie: mine.cookie, ...(type ? { 'content-type': type } : {}) },
      });
      expect([400, 403, 415]).toContain(answer.statusCode);
    }
  });
});
