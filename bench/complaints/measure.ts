// Complaints at a size: what people, programs and officers ask for, in whole answers over HTTP; the search of neighbours as the service
// that every channel calls. Beside them a round trip to the same database in the same run, so that machines can be compared.
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { nearby } from '../../src/modules/complaints/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { loadConfig } from '../../src/platform/config.ts';
import type { Context } from '../../src/platform/context.ts';
import { findDatabase, openAppDatabase } from '../../src/platform/database/open-database.ts';
import { get, postJson } from '../http-client.ts';
import { percentile, runLoad } from '../load.ts';
import { signIn } from '../people.ts';
import { measureRawLimit } from '../raw-limit.ts';
import { type BenchServer, newFolder, startServer } from '../server.ts';
import type { Report, Row } from '../table.ts';
import { databaseUrlOf, fillFolder, region } from './database.ts';
import { type Place, randomPlace, reportBody, reportRequest } from './reports.ts';

const ok = ({ status }: { status: number }): boolean => status === 200;
const waiting = 5000;
const probes = 300;

interface Asked {
  readonly server: BenchServer;
  readonly report: Report;
  readonly seconds: number;
}

export function complaintsWanted(quick: boolean): number {
  return Number(process.env.LOKET24_BENCH_COMPLAINTS ?? (quick ? 100_000 : 1_000_000));
}

export async function measureComplaints(report: Report, { quick }: { readonly quick: boolean }): Promise<void> {
  const total = complaintsWanted(quick);
  const kept = process.env.LOKET24_BENCH_DIR;
  const dataDir = kept ?? (await newFolder());
  const filled = await fillFolder(dataDir, { total, waiting });
  if (filled > 0)
    report.add({
      what: `Filling the database with ${total.toLocaleString('en')} complaints`,
      value: filled,
      unit: 's',
    });
  const server = await startServer({ dataDir });
  try {
    await untilWarm(server);
    const asked = { server, report, seconds: quick ? 4 : 10 };
    const yardstick = await measureYardstick(asked);
    const places = await busyPlaces(asked);
    await measureNearby(asked, { places, yardstick });
    await measurePublic(asked, { places, yardstick });
    await measureDesk(asked, yardstick);
    await measureIntake(asked);
  } finally {
    await server.stop();
  }
}

/** What it does after starting, and the first answers, which read the region from the database. */
async function untilWarm({ port }: BenchServer): Promise<void> {
  for (let tries = 0, fine = 0; fine < 5 && tries < 60; tries++) {
    await wait(1000);
    const { ok: good } = await fetch(`http://127.0.0.1:${port}/laporan`);
    fine = good ? fine + 1 : 0;
  }
}

const sorted = (times: number[]): number[] => times.sort((a, b) => a - b);

/** One row by its key, again and again: what this machine takes for asking at all. @returns its median. */
async function measureYardstick({ server, report }: Asked): Promise<number> {
  const client = new pg.Client({ connectionString: await databaseUrlOf(server) });
  await client.connect();
  await client.query(`select set_config('loket.region', $1, false)`, [region]);
  const times: number[] = [];
  for (let at = 0; at < 2000; at++) {
    const began = performance.now();
    await client.query({
      name: 'one',
      text: 'select id from complaints.problem where region_id = $1 and code = $2',
      values: [region, `s${(at * 7919) % 90_000}`],
    });
    times.push(performance.now() - began);
  }
  await client.end();
  const order = sorted(times);
  report.add({
    what: 'Yardstick: one row by its key, p50 / p95',
    value: percentile(order, 0.5),
    unit: 'ms',
    also: percentile(order, 0.95),
    alsoUnit: 'ms',
  });
  return percentile(order, 0.5);
}

/** Half of them where open problems are, most of those busy; half anywhere. */
async function busyPlaces({ server }: Asked): Promise<Place[]> {
  const client = new pg.Client({ connectionString: await databaseUrlOf(server) });
  await client.connect();
  await client.query(`select set_config('loket.region', $1, false)`, [region]);
  const { rows } = await client.query<Place>(
    `select lat, long from complaints.problem tablesample system (5) where published and status = 'open' order by random() limit ${probes / 2}`,
  );
  await client.end();
  return [...rows, ...Array.from({ length: probes / 2 }, randomPlace)];
}

async function measureNearby(
  { server, report }: Asked,
  { places, yardstick }: { places: Place[]; yardstick: number },
): Promise<void> {
  const found = await findDatabase(loadConfig({ ...process.env, DATA_DIR: server.dataDir }));
  if (!found) throw new Error('the database of the server was not found');
  const { db, close } = openAppDatabase(found.owner, { region, max: 2 });
  const ctx = { db, clock: systemClock } as Context; // it reads nothing else of it
  const ask = async (point: Place, at: number): Promise<number> => {
    const { text, category } = reportBody(at) as { text: string; category: string };
    const began = performance.now();
    await nearby(ctx, { point, text, category });
    return performance.now() - began;
  };
  for (const [at, place] of places.slice(0, 40).entries()) await ask(place, at);
  const times: number[] = [];
  for (const [at, place] of places.entries()) times.push(await ask(place, at));
  await close();
  const order = sorted(times);
  const [p50, p95] = [percentile(order, 0.5), percentile(order, 0.95)];
  report.add(rowOf('Nearby problems, half of the places busy', { p50, p95, limit: 50, yardstick }));
}

const words = ['lampu jalan', 'sampah pasar', 'selokan tersumbat', 'parkir karcis'];

interface Ask {
  readonly what: string;
  readonly limit: number;
  readonly request: (index: number) => string;
}

/** Two connections, as two people who ask at the same moment. */
async function measureAsks({ server, report, seconds }: Asked, asks: readonly Ask[], yardstick: number): Promise<void> {
  for (const { what, limit, request } of asks) {
    const { p50, p95 } = await runLoad({
      port: server.port,
      connections: 2,
      seconds,
      warmupSeconds: 2,
      request,
      expect: ok,
    });
    report.add(rowOf(what, { p50, p95, limit, yardstick }));
  }
}
interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly limit: number;
  readonly yardstick: number; // p50 of one row by its key
}
function rowOf(what: string, { p50, p95, limit, yardstick }: Figures): Row {
  const alsoUnit = `ms median, ${(p50 / yardstick).toFixed(0)} x yardstick`;
  return {
    what: `${what}, p95`,
    value: p95,
    unit: 'ms',
    also: p50,
    alsoUnit,
    target: `<= ${limit}`,
    met: p95 <= limit,
  };
}

const boxed = ({ lat, long }: Place, degrees: number): string =>
  [lat - degrees / 2, long - degrees / 2, lat + degrees / 2, long + degrees / 2].map((one) => one.toFixed(5)).join(',');

async function measurePublic(
  asked: Asked,
  { places, yardstick }: { places: Place[]; yardstick: number },
): Promise<void> {
  const statuses = ['ditangani', 'selesai'];
  const kinds = ['lampu.mati', 'jalan.berlubang', 'sampah', 'drainase.tersumbat'];
  const place = (at: number, from: number): Place => places[from + (at % (probes / 2))] ?? randomPlace();
  const half = probes / 2;
  // A page from the depths: its cursor is a moment months ago.
  const deep = (at: number) =>
    `${new Date(Date.now() - (200 + (at % 600)) * 86_400_000).toISOString()}_00000000-0000-7000-8000-000000000000`;
  const map = (at: number, degrees: number, from: number) =>
    get(`/laporan.geojson?kotak=${boxed(place(at, from), degrees)}&sebar=1`);
  const limit = 100;
  await measureAsks(
    asked,
    [
      { what: 'Public list, first page', limit, request: () => get('/laporan') },
      {
        what: 'Public list, by state and kind',
        limit,
        request: (at) => get(`/laporan?status=${statuses[at % 2]}&kategori=${kinds[at % 4]}`),
      },
      {
        what: 'Public list, by words',
        limit,
        request: (at) => get(`/laporan?q=${encodeURIComponent(words[at % 4] ?? '')}`),
      },
      {
        what: 'Public list, deep page',
        limit,
        request: (at) => get(`/laporan?setelah=${encodeURIComponent(deep(at))}`),
      },
      { what: 'Feed, RSS of 50', limit, request: () => get('/laporan.rss') },
      { what: 'Feed, GeoJSON of 500', limit, request: () => get('/laporan.geojson') },
      { what: 'Feed, table of 1,000', limit, request: () => get('/laporan.csv') },
      { what: 'Map, busy corner (about 300 m)', limit, request: (at) => map(at, 0.003, 0) },
      { what: 'Map, part of the city (about 1 km)', limit, request: (at) => map(at, 0.01, 0) },
      { what: 'Map, half the city (about 4 km)', limit, request: (at) => map(at, 0.04, half) },
      {
        what: 'Map, the whole regency',
        limit,
        request: () => get('/laporan.geojson?kotak=-4.3,119.4,-3.7,120.0&sebar=1'),
      },
      {
        what: 'Map, one kind in part of the city',
        limit,
        request: (at) => get(`/laporan.geojson?kotak=${boxed(place(at, 0), 0.01)}&kategori=lampu.mati&sebar=1`),
      },
    ],
    yardstick,
  );
}

async function measureDesk(asked: Asked, yardstick: number): Promise<void> {
  const cookie = await signIn(asked.server, 'verifikator.diskominfo');
  const handler = await signIn(asked.server, 'petugas.diskominfo');
  const limit = 50;
  const asks: Ask[] = [
    {
      what: "Dispatcher's list (/kerja/laporan), 5,000 to be sorted",
      limit,
      request: () => get('/kerja/laporan', { cookie }),
    },
    { what: "Dispatcher's list, late ones", limit, request: () => get('/kerja/laporan?tampil=lewat', { cookie }) },
    { what: "Dispatcher's inbox (/petugas)", limit, request: () => get('/petugas', { cookie }) },
    { what: "Handler's list (/kerja/laporan)", limit, request: () => get('/kerja/laporan', { cookie: handler }) },
    {
      what: "Dispatcher's list, by words",
      limit: 100,
      request: (at) => get(`/kerja/laporan?q=${encodeURIComponent(words[at % words.length] ?? '')}`, { cookie }),
    },
    {
      what: 'Suggested kind of a text',
      limit,
      request: (at) => postJson('/api/v1/complaints/suggest', JSON.stringify({ text: reportBody(at)['text'] })),
    },
  ];
  await measureAsks(asked, asks, yardstick);
}

async function measureIntake({ server, report, seconds }: Asked): Promise<void> {
  const run = `${process.pid}-${Date.now()}`;
  const raw = await measureRawLimit(await databaseUrlOf(server), { connections: 8, seconds: Math.min(seconds, 5) });
  const result = await runLoad({
    port: server.port,
    connections: 8,
    seconds: seconds * 3,
    warmupSeconds: 2,
    request: (index) => reportRequest(index, `intake-${run}-${index}`),
    expect: ({ status }) => status === 201,
  });
  report.atLeast(`Intake over 8 connections for ${seconds * 3} s, durable`, result.perSecond, {
    value: 100,
    unit: 'reports/s',
  });
  report.add({ what: 'Intake, p50 / p95', value: result.p50, unit: 'ms', also: result.p95, alsoUnit: 'ms' });
  report.add({ what: 'Intake, share of the raw loop', value: (result.perSecond / raw.loop) * 100, unit: '%' });
}
