// "Muat ulang" on an error page, Enter in the address bar, a bookmark: the address of a form is never a dead end.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { modules } from '../../src/modules.ts';
import { allRoutes } from '../../src/platform/http/server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, draftOf, startDomicile } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { createVisitor } from '../support/visitor.ts';

let app: TestApp;
let known: Readonly<Record<string, string>>;
let session: string;
let author: string;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  const code = await applyForDomicile(createVisitor(app.fastify));
  const token = draftOf(await startDomicile(createVisitor(app.fastify)));
  const names = {
    part: 'isi',
    section: 'texts',
    name: 'keperluan',
    page: 'keperluan',
    slug: 'sk-domisili',
    action: 'lengkap',
  };
  known = { ...names, code, token, number: await numberOf(app, code) };
  session = await sessionCookieOf(app.ctx(), 'petugas.lompoe');
  author = await sessionCookieOf(app.ctx(), 'admin');
});
afterAll(() => app.close());

// Sent by scripts only, or the second half of a sign-in: nobody is ever shown these addresses.
const unseen = /\/simpan(\/|$)|kunci-sandi|\/petugas\/(masuk|keluar|akun)|\/tautan\//;

it('every address a form is sent to can be opened as well', async () => {
  const forms = allRoutes(modules).filter(
    ({ surface, options }) => surface === 'page' && options.method === 'POST' && !unseen.test(options.url),
  );
  expect(forms.length).toBeGreaterThan(12);
  const deadEnds: string[] = [];
  for (const { options } of forms) {
    if (/:(id|task|taskId|documentId)\b/.test(options.url)) continue;
    const url = options.url.replace(/:(\w+)/g, (_, name: string) => known[name] ?? 'x');
    const asks = options.access.kind === 'officer' && options.access.permission !== undefined;
    const answer = await app.fastify.inject({ url, headers: { cookie: asks ? author : session } });
    // 403: there is something there, for somebody of another office.
    if (![200, 303, 403].includes(answer.statusCode)) deadEnds.push(`${answer.statusCode} ${options.url}`);
  }
  expect(deadEnds).toEqual([]);
});
