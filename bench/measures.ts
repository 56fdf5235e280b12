// What is measured, in order.
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../src/platform/config.ts';
import { connectionUrl } from '../src/platform/database/connection.ts';
import { findDatabase } from '../src/platform/database/open-database.ts';
import { get, postJson } from './http-client.ts';
import { measureLetters } from './letters.ts';
import { type LoadResult, percentile, runLoad } from './load.ts';
import { applicationBody, signIn, uploadPapers } from './people.ts';
import { measureRawLimit, type RawLimit } from './raw-limit.ts';
import { createSeeder } from './seed.ts';
import type { BenchServer } from './server.ts';
import type { Report } from './table.ts';

const connections = 16;
const secondsOf = (quick: boolean): number => (quick ? 4 : 10);
const ok = ({ status }: { status: number }): boolean => status === 200;

/** Start-up and the cost of doing nothing. */
export async function measureStillness(server: BenchServer, report: Report): Promise<void> {
  report.atMost('First start until /readyz', server.startSeconds, { value: 60, unit: 's' });
  await wait(3000);
  const before = server.cpuSeconds();
  await wait(10_000);
  report.atMost('Processor when idle, share of a core', (server.cpuSeconds() - before) * 10, { value: 1, unit: '%' });
}

export interface Model {
  readonly url: string; // of the database
  readonly body: string; // of an application
}

/** The raw limit of this database, and how much of it an application through the API reaches. */
export async function measureWriting(server: BenchServer, report: Report, quick: boolean): Promise<Model> {
  const seconds = secondsOf(quick);
  const found = await findDatabase(loadConfig({ ...process.env, DATA_DIR: server.dataDir }));
  if (!found) throw new Error('the database of the server was not found');
  const url = connectionUrl(found.owner);
  const body = applicationBody(await uploadPapers(server));
  // In turns, because machines drift: each round measures the limit and the applications beside each other.
  const rounds: Round[] = [];
  for (let round = 0; round < (quick ? 1 : 3); round++)
    rounds.push(await writingRound(server, { url, body, seconds, round }));
  reportWriting(report, rounds);
  return { url, body };
}

interface Round {
  readonly raw: RawLimit;
  readonly submit: LoadResult;
}

async function writingRound(
  server: BenchServer,
  given: { url: string; body: string; seconds: number; round: number },
): Promise<Round> {
  const { url, body, seconds, round } = given;
  const raw = await measureRawLimit(url, { connections, seconds });
  const submit = await runLoad({
    port: server.port,
    connections,
    seconds,
    warmupSeconds: round === 0 ? 3 : 1,
    expect: ({ status }) => status === 201,
    request: (index) =>
      postJson('/api/v1/applications', body, { 'idempotency-key': `bench-${process.pid}-${round}-${index}` }),
  });
  return { raw, submit };
}

const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

function reportWriting(report: Report, rounds: readonly Round[]): void {
  const loop = 'Raw limit, two inserts and a commit: loop from Node, as the server';
  report.add({ what: loop, value: median(rounds.map(({ raw }) => raw.loop)), unit: 'tx/s' });
  const withPgbench = rounds.filter(({ raw }) => raw.pgbench !== undefined);
  if (withPgbench.length > 0) {
    const value = median(withPgbench.map(({ raw }) => raw.pgbench ?? 0));
    report.add({ what: 'Raw limit, two inserts and a commit: pgbench, prepared, in C', value, unit: 'tx/s' });
  }
  const perSecond = median(rounds.map(({ submit }) => submit.perSecond));
  report.add({ what: 'Submit through the API, durable', value: perSecond, unit: 'applications/s' });
  const ofLoop = rounds.map(({ raw, submit }) => (submit.perSecond / raw.loop) * 100);
  report.atLeast('Submit, share of the loop (median of rounds)', median(ofLoop), { value: 25, unit: '%' });
  const ofPgbench = withPgbench.map(({ raw, submit }) => (submit.perSecond / (raw.pgbench ?? 1)) * 100);
  if (ofPgbench.length > 0)
    report.atLeast('Submit, share of pgbench (median of rounds)', median(ofPgbench), { value: 25, unit: '%' });
  report.atMost('Submit, p99 (median of rounds)', median(rounds.map(({ submit }) => submit.p99)), {
    value: 100,
    unit: 'ms',
  });
}

function addPages(report: Report, what: string, load: LoadResult): void {
  report.add({ what, value: load.perSecond, unit: 'pages/s', also: load.p50, alsoUnit: 'ms median' });
}

/** Pages over a growing database, then memory and letters. */
export async function measureReading(
  server: BenchServer,
  report: Report,
  model: Model & { quick: boolean },
): Promise<void> {
  const { port } = server;
  const seconds = secondsOf(model.quick);
  const headers = { 'content-type': 'application/json', 'idempotency-key': `model-${process.pid}` };
  const first = await fetch(`http://127.0.0.1:${port}/api/v1/applications`, {
    method: 'POST',
    body: model.body,
    headers,
  });
  const { number } = (await first.json()) as { number: string };
  const seeder = await createSeeder(model.url, number);
  const cookie = await signIn(server);
  const inbox = () =>
    runLoad({ port, connections, seconds, warmupSeconds: 4, request: () => get('/petugas', { cookie }), expect: ok });

  await seeder.growTo(10_000);
  const small = await inbox();
  addPages(report, 'Staff inbox at 10,000 cases', small);
  await seeder.growTo(100_000);
  const codes = seeder.codes;
  const track = await runLoad({
    port,
    connections,
    seconds,
    expect: ok,
    request: (index) => get(`/lacak/${codes[index % codes.length]}`),
  });
  addPages(report, 'Tracking page at 100,000 cases', track);
  report.atMost('Tracking page, p99', track.p99, { value: 50, unit: 'ms' });
  const middle = await inbox();
  addPages(report, 'Staff inbox at 100,000 cases', middle);
  report.atMost('Staff inbox, p99', middle.p99, { value: 50, unit: 'ms' });
  const service = await runLoad({ port, connections, seconds, request: () => get('/layanan/sk-domisili'), expect: ok });
  addPages(report, 'Service page', service);
  report.atLeast('Service page against tracking page', service.perSecond / track.perSecond, { value: 5, unit: 'x' });
  await seeder.growTo(model.quick ? 200_000 : 1_000_000);
  const large = await inbox();
  addPages(report, `Staff inbox at ${model.quick ? '200,000' : '1,000,000'} cases`, large);
  report.atMost('Staff inbox, cost against 10,000 cases', small.perSecond / large.perSecond, { value: 1.5, unit: 'x' });
  await seeder.close();
  report.atMost('Memory of the server after the run', server.rssMegabytes(), { value: 400, unit: 'MB RSS' });
  const letters = await measureLetters(model.quick ? 50 : 200);
  report.atMost('Letter, processor time, median', letters.cpuMedian, { value: 50, unit: 'ms' });
  report.add({
    what: 'Letter, wall time, median / p95',
    value: letters.wallMedian,
    unit: 'ms',
    also: letters.wallP95,
    alsoUnit: 'ms',
  });
}
