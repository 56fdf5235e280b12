// Two towns that differ in nothing but secret reports: one told alone, one told and joined to a published problem. No byte of
// any public answer may differ, headers and tags of caches included.
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { followLead } from '../../src/modules/complaints/service/follow-lead.ts';
import { aReport, dispatch, officerStep, reporterStep } from '../../src/modules/complaints/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { createVisitor } from '../support/visitor.ts';

const start = '2026-10-12T09:00:00+08:00';
const code = 'abcdefghjk';
let plain: TestApp;
let hiding: TestApp;

/** The published problem is given the same code and ids in both towns: chance is not what is compared. */
async function sameIds(app: TestApp, problemId: string): Promise<void> {
  await app.database.query(`update complaints.problem set code = '${code}' where id = '${problemId}'`);
}

async function settle(secrets: boolean): Promise<TestApp> {
  const app = await startTestApp({ loadRegion: true, clock: createTestClock(start) });
  const { number, problemId } = await aReport(app.ctx());
  await dispatch(app.ctx(), number);
  const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  await publish(verifier, { problemId: String(problemId), title: 'Lampu lorong mati', text: 'Gelap sejak Senin.' });
  await sameIds(app, String(problemId));
  app.clock.advance({ hours: 3 });
  if (secrets) {
    const alone = await aReport(app.ctx(), { level: 'secret', text: 'Saya melihat pungutan', area: '73.72.01.1005' });
    await dispatch(app.ctx(), alone.number);
    const joined = await aReport(app.ctx(), { level: 'secret', text: 'Lampu sengaja dirusak tetangga' });
    const data = { masalah: code, alasan: 'Lampu yang sama.' };
    await officerStep(app.ctx(), 'verifikator.diskominfo', { number: joined.number, action: 'gabung', data });
  }
  app.clock.advance({ days: 40 });
  return app;
}

beforeAll(async () => {
  [plain, hiding] = [await settle(false), await settle(true)];
}, 240_000);
afterAll(async () => {
  await plain?.close();
  await hiding?.close();
});

const addresses = [
  ...['/laporan', '/laporan?q=lampu', '/laporan?q=pungutan', '/laporan?q=dirusak', '/laporan?status=selesai'],
  ...['/laporan?wilayah=73.72.01.1005', '/laporan?wilayah=73.72.01.1004', '/laporan?kategori=lampu.mati'],
  ...['/laporan?periode=365', '/laporan?dari=2026-10-12&sampai=2026-10-12', '/laporan?setelah=x'],
  ...['/laporan.rss', '/laporan.geojson', '/laporan.csv', '/laporan.csv?q=pungutan', '/laporan.geojson?q=dirusak'],
  ...['/laporan.geojson?kotak=-4.1,119.5,-3.9,119.7', '/laporan.rss?wilayah=73.72.01.1005'],
  ...['/laporan/data/2026-10.csv', '/laporan/data/2026-11.csv', '/laporan/data/2026-13.csv', '/laporan/sisipan'],
  ...[`/laporan/${code}`, '/laporan/zzzzzzzzzz', `/laporan/${code}/foto/x`, `/laporan/${code}/ikut`],
  ...[`/laporan/${code}/kabar`, '/laporan/zzzzzzzzzz/kabar', '/kabar/zzzzzzzzzz', '/kabar/zzzzzzzzzz/berhenti'],
  ...['/open311/v2/requests.json', '/open311/v2/requests.xml', `/open311/v2/requests/${code}.json`],
  ...['/open311/v2/requests.json?lat=-4.012345&long=119.623456&radius=300', '/open311/v2/servicerequestupdates.json'],
  ...['/open311/v2/services.json', '/open311/v2/discovery.json', '/open311/v2/requests/zzzzzzzzzz.json', '/lapor'],
  ...['/sitemap.xml', '/robots.txt', '/'],
];

/** What chance puts into every answer, whatever the town: ids of requests, tokens of forms, cookies, ids of rows. */
function bare(headers: IncomingHttpHeaders, body: string): string {
  const { date: _date, 'x-request-id': _id, 'set-cookie': cookie, ...rest } = headers;
  const masked = body
    .replace(/value="[A-Za-z0-9._-]{30,}"/g, 'value="·"')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '·');
  const { etag, 'content-length': length, ...fixed } = rest;
  const kept = masked === body ? { etag, length } : {};
  return JSON.stringify({ ...fixed, ...kept, cookies: cookie?.length ?? 0, body: masked });
}

test.each(addresses)('%s answers the same in both towns', async (url) => {
  const ask = async (app: TestApp) => {
    const { statusCode, headers, body } = await app.fastify.inject({ method: 'GET', url });
    return `${statusCode} ${bare(headers as IncomingHttpHeaders, body)}`;
  };
  const [without, with_] = [await ask(plain), await ask(hiding)];
  expect(with_).toBe(without);
});

test('whoever asks for news of a secret problem is answered as for one that never was', async () => {
  const [secret] = await hiding.database.query(
    `select code from complaints.problem where level = 'secret' and merged_into is null`,
  );
  const ask = async (address: string) => {
    const person = createVisitor(hiding.fastify);
    const own = await person.get(`/laporan/${code}`);
    const token = /name="_csrf" value="([^"]+)"/.exec(own.body)?.[1] ?? '';
    const seen = await person.send({
      method: 'POST',
      url: `/laporan/${address}/kabar`,
      payload: new URLSearchParams({ _csrf: token, email: 'ani@contoh.id' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    });
    return `${seen.status} ${bare(seen.headers as IncomingHttpHeaders, seen.body.replaceAll(address, '·'))}`;
  };
  const [hidden, never] = [await ask(String(secret?.code)), await ask('zzzzzzzzzz')];
  expect(hidden).toBe(never);
  expect(hidden).toMatch(/^404 /);
  const letters = await hiding.database.query(`select count(*)::int as n from complaints.news`);
  expect(letters).toEqual([{ n: 0 }]);
});

test('the towns do differ, and an open report would show', async () => {
  const secret = await hiding.database.query(`select secret_reports from complaints.problem where code = '${code}'`);
  expect(secret).toEqual([{ secret_reports: 1 }]);
  const page = await createVisitor(hiding.fastify).get('/laporan');
  expect(page.body).toContain('Lampu lorong mati');
  const csv = await createVisitor(hiding.fastify).get('/laporan.csv');
  expect(csv.body).toContain(code);
});

test('withdrawn by the only open reporter, it reads the same in both towns, and the secret report goes on by itself', async () => {
  for (const app of [plain, hiding]) {
    app.clock.set('2026-11-22T10:00:00+08:00');
    const [lead] = await app.database.query(
      `select r.number, r.case_id, p.id from complaints.problem p join complaints.report r on r.case_id = p.lead_case where p.code = '${code}'`,
    );
    await reporterStep(app.ctx(), String(lead?.number), 'cabut');
    app.clock.advance({ minutes: 5 });
    await followLead(app.ctx(), { problemId: String(lead?.id), caseId: String(lead?.case_id), version: 0 });
    app.clock.advance({ hours: 2 });
  }
  for (const url of addresses) {
    const [without, with_] = await Promise.all(
      [plain, hiding].map(async ({ fastify }) => {
        const { statusCode, headers, body } = await fastify.inject({ method: 'GET', url });
        return `${statusCode} ${bare(headers as IncomingHttpHeaders, body)}`;
      }),
    );
    expect(with_, url).toBe(without);
  }
  const page = await createVisitor(hiding.fastify).get(`/laporan/${code}`);
  expect(page.body).toContain('Dicabut pelapor');
  const secrets = await hiding.database.query(
    `select r.state, p.level, p.status, p.published, p.lead_case = r.case_id as leads, p.secret_reports, p.reports, p.code <> '${code}' as own
      from complaints.report r join complaints.problem p on p.id = r.problem_id where r.body like 'Lampu sengaja%'`,
  );
  expect(secrets).toEqual([
    {
      ...{ state: 'diverifikasi', level: 'secret', status: 'open', published: false, leads: true },
      ...{ secret_reports: 1, reports: 0, own: true },
    },
  ]);
});
