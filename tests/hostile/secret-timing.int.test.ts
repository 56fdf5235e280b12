// Time tells as well as words: whoever asks for a secret problem by its code costs the database the same statements, and takes as long, as
// whoever asks for one that never was.
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { aReport, dispatch, officerStep } from '../../src/modules/complaints/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let secrets: string[] = []; // one told alone, one joined to a published problem
const never = 'zzzzzzzzzz';

beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  const { number, problemId } = await aReport(app.ctx());
  await dispatch(app.ctx(), number);
  const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  await publish(verifier, { problemId: String(problemId), title: 'Lampu lorong mati', text: 'Gelap sejak Senin.' });
  const codeOf = async (id: string) =>
    String((await app.database.query(`select code from complaints.problem where id = '${id}'`))[0]?.code);
  const alone = await aReport(app.ctx(), { level: 'secret', text: 'Saya melihat pungutan', area: '73.72.01.1005' });
  const joined = await aReport(app.ctx(), { level: 'secret', text: 'Lampu sengaja dirusak tetangga' });
  secrets = [await codeOf(String(alone.problemId)), await codeOf(String(joined.problemId))];
  const data = { masalah: await codeOf(String(problemId)), alasan: 'Lampu yang sama.' };
  await officerStep(app.ctx(), 'verifikator.diskominfo', { number: joined.number, action: 'gabung', data });
}, 240_000);
afterAll(() => app?.close());

const addressesOf = (code: string): string[] => [
  ...[`/laporan/${code}`, `/laporan/${code}/kabar`, `/laporan/${code}/foto/x`],
  ...[`/open311/v2/requests/${code}.json`, `/open311/v2/tokens/${code}.json`],
  ...[`/open311/v2/requests.json?service_request_id=${code}`, `/laporan?q=${code}`, `/lacak?kode=${code}`],
];
const ask = (url: string) => app.fastify.inject({ method: 'GET', url });

/** What the driver is asked while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    heard.push(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return heard;
}

it('asks the database the same for a secret problem as for none', async () => {
  for (const code of secrets)
    for (const [at, address] of addressesOf(code).entries()) {
      const nothing = addressesOf(never)[at] ?? '';
      await ask(address); // what is kept from the first time is kept
      await ask(nothing);
      const [hidden, none] = [await statementsOf(() => ask(address)), await statementsOf(() => ask(nothing))];
      expect(hidden, address).toEqual(none);
    }
});

it('hears something at all', async () => {
  expect((await statementsOf(() => ask(`/laporan/${never}`))).length).toBeGreaterThan(0);
});

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Milliseconds of each, asked in turns so that what else the machine does strikes both. */
async function timesOf(one: string, other: string): Promise<readonly [number, number]> {
  const times: Record<string, number[]> = { [one]: [], [other]: [] };
  for (let turn = 0; turn < 120; turn++)
    for (const url of turn % 2 === 0 ? [one, other] : [other, one]) {
      const began = performance.now();
      await ask(url);
      times[url]?.push(performance.now() - began);
    }
  return [median(times[one] ?? []), median(times[other] ?? [])];
}

it('takes as long for a secret problem as for none, asked in turns', { timeout: 120_000 }, async () => {
  for (const code of secrets)
    for (const path of ['/laporan/', '/open311/v2/requests/']) {
      const [hidden, none] = await timesOf(`${path}${code}`, `${path}${never}`);
      expect(hidden / none, path).toBeGreaterThan(0.7);
      expect(hidden / none, path).toBeLessThan(1.4);
    }
});
