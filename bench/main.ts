// npm run bench [-- --json FILE] [--quick]: one run, one machine, one table; every figure beside the raw limit of the same run.
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../src/platform/config.ts';
import { connectionUrl } from '../src/platform/database/connection.ts';
import { findDatabase } from '../src/platform/database/open-database.ts';
import { get, postJson } from './http-client.ts';
import { measureLetters } from './letters.ts';
import { runLoad } from './load.ts';
import { applicationBody, signIn, uploadPapers } from './people.ts';
import { measureRawLimit } from './raw-limit.ts';
import { createSeeder } from './seed.ts';
import { type BenchServer, startServer } from './server.ts';
import { printTable, type Row } from './table.ts';

const quick = process.argv.includes('--quick');
const seconds = quick ? 3 : 10;
const connections = 16;
const ok = ({ status }: { status: number }): boolean => status === 200;

async function databaseUrl(server: BenchServer): Promise<string> {
  const found = await findDatabase({ ...loadConfig({ ...process.env, DATA_DIR: server.dataDir }) });
  if (!found) throw new Error('the database of the server was not found');
  return connectionUrl(found.owner);
}

async function idleShare(server: BenchServer): Promise<number> {
  await wait(3000);
  const before = server.cpuSeconds();
  await wait(10_000);
  return ((server.cpuSeconds() - before) / 10) * 100;
}

async function measure(server: BenchServer): Promise<Row[]> {
  const { port } = server;
  const rows: Row[] = [
    {
      what: 'First start until /readyz',
      value: server.startSeconds,
      unit: 's',
      target: '<= 60',
      met: server.startSeconds <= 60,
    },
  ];
  const idle = await idleShare(server);
  rows.push({ what: 'Processor when idle', value: idle, unit: '% of one core', target: 'about 0', met: idle < 1 });

  const url = await databaseUrl(server);
  const raw = await measureRawLimit(url, { connections, seconds });
  const limit = Math.max(raw.pgbench ?? 0, raw.loop);
  rows.push({ what: 'Raw limit: two inserts, loop from Node', value: raw.loop, unit: 'tx/s' });
  if (raw.pgbench !== undefined)
    rows.push({ what: 'Raw limit: two inserts, pgbench', value: raw.pgbench, unit: 'tx/s' });

  const body = applicationBody(await uploadPapers(server));
  const key = `bench-${process.pid}-`;
  const submit = await runLoad({
    port,
    connections,
    seconds,
    warmupSeconds: 3,
    request: (index) => postJson('/api/v1/applications', body, { 'idempotency-key': `${key}${index}` }),
    expect: ({ status }) => status === 201,
  });
  const share = (submit.perSecond / limit) * 100;
  rows.push({ what: 'Submit through the API, durable', value: submit.perSecond, unit: 'applications/s' });
  rows.push({ what: '  share of the raw limit', value: share, unit: '%', target: '>= 25', met: share >= 25 });
  rows.push({ what: '  p99', value: submit.p99, unit: 'ms', target: '<= 100', met: submit.p99 <= 100 });

  rows.push(...(await measureReading(server, url, body)));
  rows.push({
    what: 'Memory of the server after the run',
    value: server.rssMegabytes(),
    unit: 'MB RSS',
    target: '<= 400',
    met: server.rssMegabytes() <= 400,
  });
  const letters = await measureLetters(quick ? 50 : 200);
  rows.push({
    what: 'Letter, processor time of the worker, median',
    value: letters.cpuMedian,
    unit: 'ms',
    target: '<= 50',
    met: letters.cpuMedian <= 50,
  });
  rows.push({ what: '  wall time, median / p95', value: letters.wallMedian, also: letters.wallP95, unit: 'ms' });
  return rows;
}

async function measureReading(server: BenchServer, url: string, body: string): Promise<Row[]> {
  const { port } = server;
  const rows: Row[] = [];
  const first = await fetch(`http://127.0.0.1:${port}/api/v1/applications`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'idempotency-key': `model-${process.pid}` },
  });
  const { number } = (await first.json()) as { number: string };
  const seeder = await createSeeder(url, number);
  const cookie = await signIn(server);
  const inbox = () => runLoad({ port, connections, seconds, request: () => get('/petugas', { cookie }), expect: ok });
  await seeder.growTo(10_000);
  const small = await inbox();
  rows.push({
    what: 'Staff inbox at 10,000 cases',
    value: small.perSecond,
    unit: 'pages/s',
    also: small.p99,
    alsoUnit: 'ms p99',
  });
  await seeder.growTo(100_000);
  const track = await runLoad({
    port,
    connections,
    seconds,
    request: (index) => get(`/lacak/${seeder.codes[index % seeder.codes.length]}`),
    expect: ok,
  });
  rows.push({ what: 'Tracking page at 100,000 cases', value: track.perSecond, unit: 'pages/s' });
  rows.push({ what: '  p99', value: track.p99, unit: 'ms', target: '<= 50', met: track.p99 <= 50 });
  const middle = await inbox();
  rows.push({ what: 'Staff inbox at 100,000 cases', value: middle.perSecond, unit: 'pages/s' });
  rows.push({ what: '  p99', value: middle.p99, unit: 'ms', target: '<= 50', met: middle.p99 <= 50 });
  const service = await runLoad({ port, connections, seconds, request: () => get('/layanan/sk-domisili'), expect: ok });
  const times = service.perSecond / track.perSecond;
  rows.push({ what: 'Service page', value: service.perSecond, unit: 'pages/s' });
  rows.push({ what: '  times the tracking page', value: times, unit: 'x', target: '>= 5', met: times >= 5 });
  await seeder.growTo(quick ? 200_000 : 1_000_000);
  const large = await inbox();
  const cost = small.perSecond / large.perSecond;
  rows.push({
    what: `Staff inbox at ${quick ? '200,000' : '1,000,000'} cases`,
    value: large.perSecond,
    unit: 'pages/s',
    also: large.p99,
    alsoUnit: 'ms p99',
  });
  rows.push({ what: '  cost against 10,000', value: cost, unit: 'x', target: '<= 1.5', met: cost <= 1.5 });
  await seeder.close();
  return rows;
}

const server = await startServer();
try {
  const rows = await measure(server);
  printTable(rows);
  const at = process.argv.indexOf('--json');
  const file = at < 0 ? undefined : process.argv[at + 1];
  if (file)
    writeFileSync(
      file,
      `${JSON.stringify({ measuredAt: new Date().toISOString(), node: process.version, quick, rows }, null, 2)}\n`,
    );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await server.stop();
}
