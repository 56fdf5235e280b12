// "Muat ulang" on an error page, Enter in the address bar, a bookmark: the address of a form is never a dead end.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { aFollower, aReport, dispatch } from '../../src/modules/complaints/testing.ts';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { modules } from '../../src/modules.ts';
import { allRoutes } from '../../src/platform/http/server.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, draftOf, startDomicile } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { createVisitor } from '../support/visitor.ts';

let app: TestApp;
let known: Readonly<Record<string, string>>;
let ofReports: Readonly<Record<string, string>>;
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
  ofReports = { ...known, ...(await aShownReport()), visit: newId() };
  session = await sessionCookieOf(app.ctx(), 'petugas.lompoe');
  author = await sessionCookieOf(app.ctx(), 'admin');
});
afterAll(() => app.close());

/** A report in the hands of Lompoe that everybody sees and somebody follows. */
async function aShownReport(): Promise<{ number: string; problem: string; code: string }> {
  const { number, problemId = '' } = await aReport(app.ctx());
  await dispatch(app.ctx(), number, { unit: 'kel-lompoe' });
  const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  await publish(verifier, { problemId, title: 'Lampu mati', text: 'Gelap sejak Senin.' });
  const [row] = await app.database.query(`select code from complaints.problem where id = '${problemId}'`);
  const problem = String(row?.code);
  return { number, problem, code: await aFollower(app.ctx(), problem) };
}
const reports = /^\/(lapangan|kabar|laporan|kerja\/laporan)\//;

// Sent by scripts only, or the second half of a sign-in: nobody is ever shown these addresses.
const unseen = /\/simpan(\/|$)|kunci-sandi|\/petugas\/(masuk|keluar|akun)|\/tautan\//;

it('every address a form is sent to can be opened as well', async () => {
  const forms = allRoutes(modules).filter(
    ({ surface, options }) => surface === 'page' && options.method === 'POST' && !unseen.test(options.url),
  );
  expect(forms.length).toBeGreaterThan(12);
  const deadEnds: string[] = [];
  for (const { options } of forms) {
    if (/:(id|task|taskId|documentId|photo)\b/.test(options.url)) continue;
    const values = reports.test(options.url) ? ofReports : known;
    const url = options.url.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'x');
    const asks = options.access.kind === 'officer' && options.access.permission !== undefined;
    const answer = await app.fastify.inject({ url, headers: { cookie: asks ? author : session } });
    // 403: there is something there, for somebody of another office.
    if (![200, 303, 403].includes(answer.statusCode)) deadEnds.push(`${answer.statusCode} ${options.url}`);
  }
  expect(deadEnds).toEqual([]);
});
