// GeoReport v2: which requests a window holds, how pages follow each other, and how an endpoint behaves that is asked in odd ways.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { aReport, dispatch } from '../../src/modules/complaints/testing.ts';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';

let app: TestApp;
let key = '';
const codes: string[] = [];
const numbers: string[] = [];

/** Five reports, a day apart; the oldest changes last. */
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-06-01T09:00:00+08:00') });
  key = await createApiKey(app.ctx(), { name: 'Aplikasi warga', scope: 'inbox' });
  for (let day = 0; day < 5; day++) {
    const { number, problemId } = await aReport(app.ctx(), {
      text: `Lampu lorong ${day} mati`,
      category: 'lampu.mati',
    });
    const ctx = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
    await publish(ctx, { problemId: problemId ?? '', title: 'Lampu mati', text: `Lorong ${day}.` });
    const [row] = await app.database.query(`select code from complaints.problem where id = '${problemId}'`);
    codes.push(String(row?.code));
    numbers.push(number);
    app.clock.advance({ days: 1 });
  }
  await dispatch(app.ctx(), numbers[0] ?? '');
  app.clock.advance({ hours: 1 });
}, 120_000);
afterAll(() => app.close());

async function ask(path: string): Promise<{ status: number; json: unknown }> {
  const { statusCode, body } = await app.fastify.inject({ url: `/open311/v2/${path}` });
  return { status: statusCode, json: JSON.parse(body) };
}
type Listed = { service_request_id: string; update_id?: string }[];
const ids = async (path: string): Promise<string[]> =>
  ((await ask(path)).json as Listed).map(({ service_request_id }) => service_request_id);
const newestFirst = () => [...codes].reverse();

describe('pages of requests', () => {
  it('hold every request once, the latest first, whatever changed meanwhile', async () => {
    expect(await ids('requests.json')).toEqual(newestFirst());
    const paged: string[] = [];
    for (let page = 1; page <= 3; page++) paged.push(...(await ids(`requests.json?page_size=2&page=${page}`)));
    expect(paged).toEqual(newestFirst());
    const around = 'lat=-4.012345&long=119.623456&radius=200';
    expect(await ids(`requests.json?page_size=2&page=2&${around}`)).toEqual(newestFirst().slice(2, 4));
    expect(await ids('requests.json?page_size=1000&page=1000000')).toEqual([]);
  });
});

describe('a window', () => {
  it.each([
    ['of a start alone is the ninety days after it', 'start_date=2026-06-03T00:00:00%2B08:00', [4, 3, 2]],
    ['of an end alone is the ninety days before it', 'end_date=2026-06-02T12:00:00%2B08:00', [1, 0]],
    ['holds its end', 'start_date=2026-06-02T01:00:00Z&end_date=2026-06-03T01:00:00Z', [2, 1]],
    ['of ninety days is taken', 'start_date=2026-04-01T00:00:00Z&end_date=2026-06-30T00:00:00Z', [4, 3, 2, 1, 0]],
    ['long ago is empty', 'start_date=2020-01-01T00:00:00Z', []],
  ])('%s', async (_, query, days) => {
    expect(await ids(`requests.json?${query}`)).toEqual(days.map((day) => codes[day]));
  });
  it.each([
    ['of more than ninety days', 'start_date=2026-04-01T00:00:00Z&end_date=2026-06-30T00:00:01Z'],
    ['that ends before it begins', 'start_date=2026-06-02T00:00:00Z&end_date=2026-06-01T00:00:00Z'],
    ['without a zone', 'start_date=2026-06-02T00:00:00'],
  ])('%s is refused', async (_, query) => {
    expect(await ask(`requests.json?${query}`)).toMatchObject({ status: 400, json: [{ code: 400 }] });
  });
  it('of updates holds what changed in it, the first change first', async () => {
    const changed = await ids(`servicerequestupdates.json?api_key=${key}&start_date=2026-06-02T00:00:00%2B08:00`);
    expect(changed).toEqual([codes[1], codes[2], codes[3], codes[4], codes[0]]);
    const late = `api_key=${key}&start_date=2026-06-06T00:00:00%2B08:00&end_date=2026-06-07T00:00:00%2B08:00`;
    expect(await ids(`servicerequestupdates.json?${late}`)).toEqual([codes[0]]);
    expect((await ask('servicerequestupdates.json')).status).toBe(403);
  });
});

describe('asked in odd ways', () => {
  it('answers a list of ids as it is given, and refuses one of more than two hundred', async () => {
    expect(await ids(`requests.json?service_request_id=${codes[3]},${codes[1]}&start_date=kemarin`)).toEqual([
      codes[3],
      codes[1],
    ]);
    const many = Array.from({ length: 201 }, (_, at) => `id${at}`).join(',');
    expect((await ask(`requests.json?service_request_id=${many}`)).status).toBe(400);
  });
  it('answers HEAD as GET without a body', async () => {
    const [head, get] = await Promise.all(
      (['HEAD', 'GET'] as const).map((method) => app.fastify.inject({ method, url: '/open311/v2/services.xml' })),
    );
    expect([head?.statusCode, head?.body, head?.headers['content-type']]).toEqual([
      200,
      '',
      get?.headers['content-type'],
    ]);
  });
  it.each([
    ['JSON', 'application/json', '{"service_code":"lampu.mati"}'],
    ['XML', 'text/xml', '<request><service_code>lampu.mati</service_code></request>'],
    ['broken JSON', 'application/json', '{"service_code":'],
    ['nothing at all', 'application/x-www-form-urlencoded', ''],
  ])('refuses a body of %s with an errors document', async (_, type, payload) => {
    for (const format of ['json', 'xml']) {
      const answer = await app.fastify.inject({
        method: 'POST',
        url: `/open311/v2/requests.${format}`,
        payload,
        headers: { 'content-type': type },
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(404);
      expect(answer.body).toContain(format === 'json' ? '"code":4' : '<errors><error><code>4');
    }
  });
  it.each(['services/.json', 'requests/.xml', '.json', 'requests.csv'])(
    'refuses %s without a fault of its own',
    async (path) => {
      const { statusCode } = await app.fastify.inject({ url: `/open311/v2/${path}` });
      expect([400, 404]).toContain(statusCode);
    },
  );
});
