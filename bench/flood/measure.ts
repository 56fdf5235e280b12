// A flood: many times the usual reports, photos included, while officers and the public go on asking. Every answer is counted; afterwards
// everything that was acknowledged is looked for.
import { setTimeout as wait } from 'node:timers/promises';
import { fillFolder } from '../complaints/database.ts';
import { complaintsWanted } from '../complaints/measure.ts';
import { percentile } from '../load.ts';
import { cli, signIn } from '../people.ts';
import { type BenchServer, newFolder, startServer } from '../server.ts';
import type { Report } from '../table.ts';
import { countLost } from './afterwards.ts';
import { type Acknowledged, type Outcome, phonePhotos, type Sender, report as sendReport } from './senders.ts';

/**
 * A million reports a year are 1.9 a minute. People report by day, and most in the hour after a storm: three times the average is the busiest
 * hour of an ordinary week. That is what is called the normal rate here.
 */
const normalPerMinute = (1_000_000 / (365 * 24 * 60)) * 3;

const tellEveryMs = 15_000;
const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);

interface Wave {
  readonly name: string;
  readonly times: number; // of the normal rate
  readonly minutes: number;
}

export async function measureFlood(report: Report, { quick }: { readonly quick: boolean }): Promise<void> {
  const dataDir = process.env.LOKET24_BENCH_DIR ?? (await newFolder());
  await fillFolder(dataDir, { total: complaintsWanted(quick), waiting: 5000 });
  const times = setting('LOKET24_FLOOD_TIMES', 20);
  const waves: Wave[] = [
    { name: 'Flood', times, minutes: setting('LOKET24_FLOOD_MINUTES', quick ? 0.5 : 10) },
    { name: 'Beyond', times: times * 10, minutes: setting('LOKET24_FLOOD_BEYOND_MINUTES', quick ? 0.25 : 1) },
  ];
  // Everybody from an address of their own, as behind a proxy that is believed.
  const server = await startServer({ dataDir, env: { TRUST_PROXY: '1' } });
  try {
    const apiKey =
      /lk_[\w-]+/.exec(await cli(server, 'api-key', 'create', '--name', 'banjir', '--scope', 'open311'))?.[0] ?? '';
    const photos = await phonePhotos(6);
    for (const wave of waves) if (wave.minutes > 0) await measureWave({ server, report, apiKey, photos }, wave);
  } finally {
    await server.stop();
  }
}

interface Ground {
  readonly server: BenchServer;
  readonly report: Report;
  readonly apiKey: string;
  readonly photos: readonly Uint8Array[];
}

async function measureWave({ server, report, apiKey, photos }: Ground, wave: Wave): Promise<void> {
  const base = `http://127.0.0.1:${server.port}`;
  const began = new Date();
  const outcomes: Outcome[] = [];
  const sender: Sender = { base, apiKey, photos, heard: (_channel, outcome) => void outcomes.push(outcome) };
  const until = Date.now() + wave.minutes * 60_000;
  const { read } = await startReaders(server, until);
  const telling = setInterval(() => tellProgress(wave, { began, outcomes }), tellEveryMs);
  const { sent, acknowledged } = await sendAll(sender, wave, until).finally(() => clearInterval(telling));
  const { staff, people, rss } = await read;
  tellAnswers(report, wave, { outcomes, sent, acknowledged });
  const lost = await countLost(server, acknowledged, began);
  report.add({
    what: `${wave.name}: acknowledged but not there with all its photos`,
    value: lost,
    unit: 'reports',
    target: '0',
    met: lost === 0,
  });
  const verified = await verifySince(server, began);
  report.add({
    what: `${wave.name}: histories verified since it began`,
    value: Number(/^(\d+) cases/.exec(verified)?.[1] ?? Number.NaN),
    unit: 'cases',
    target: '0 faults',
    met: / 0 faults/.test(verified),
  });
  const staffP95 = percentile(staff, 0.95);
  report.add({
    what: `${wave.name}: staff pages, p95 / median`,
    value: staffP95,
    unit: 'ms',
    also: percentile(staff, 0.5),
    alsoUnit: 'ms',
    target: '<= 500',
    met: staffP95 <= 500,
  });
  report.add({
    what: `${wave.name}: public pages, p95 / median`,
    value: percentile(people, 0.95),
    unit: 'ms',
    also: percentile(people, 0.5),
    alsoUnit: 'ms',
  });
  report.add({ what: `${wave.name}: memory of the server, highest`, value: rss, unit: 'MB RSS' });
}

/** Faults end the command with another code than 0; what it says is still wanted. */
async function verifySince(server: BenchServer, began: Date): Promise<string> {
  try {
    return await cli(server, 'verify', '--since', began.toISOString());
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    process.stderr.write(`verify: ${said}\n`);
    return said;
  }
}

const isTaken = ({ status }: Outcome): boolean => status === 200 || status === 201 || status === 303;

function tellProgress(
  { name, minutes }: Wave,
  { began, outcomes }: { began: Date; outcomes: readonly Outcome[] },
): void {
  const seconds = Math.round((Date.now() - began.getTime()) / 1000);
  const refused = outcomes.filter(({ clear }) => clear).length;
  const others = outcomes.filter((one) => !isTaken(one) && !one.clear).length;
  process.stderr.write(
    `${name}: ${seconds} of ${minutes * 60} s, ${outcomes.length} answers, ${refused} to try again, ${others} others\n`,
  );
}

interface Answers {
  readonly outcomes: readonly Outcome[];
  readonly sent: number;
  readonly acknowledged: readonly Acknowledged[];
}
function tellAnswers(report: Report, { name, times, minutes }: Wave, { outcomes, sent, acknowledged }: Answers): void {
  const taken = outcomes.filter(isTaken);
  const refused = outcomes.filter(({ clear }) => clear);
  const others = outcomes.filter((one) => !taken.includes(one) && !one.clear);
  for (const { status, text } of others.slice(0, 5)) process.stderr.write(`${status}: ${text}\n`);
  const order = taken.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  report.add({
    what: `${name}: ${times} x the normal ${normalPerMinute.toFixed(1)} reports a minute, for ${minutes} min: acknowledged`,
    value: acknowledged.length,
    unit: 'reports',
    also: acknowledged.reduce((sum, { photos }) => sum + photos, 0),
    alsoUnit: 'photos',
  });
  report.add({
    what: `${name}: answers to those who report, p95 / median`,
    value: percentile(order, 0.95),
    unit: 'ms',
    also: percentile(order, 0.5),
    alsoUnit: 'ms',
  });
  report.add({ what: `${name}: told to try again, and when`, value: refused.length, unit: 'answers' });
  report.add({ what: `${name}: gave up after that`, value: sent - acknowledged.length, unit: `of ${sent} reports` });
  report.add({
    what: `${name}: any other answer`,
    value: others.length,
    unit: 'answers',
    target: '0',
    met: others.length === 0,
  });
}

/** Sends at the wave's pace whatever the server does, as a crowd would; who was refused waits and tries again while the wave lasts. */
async function sendAll(
  sender: Sender,
  { times }: Wave,
  until: number,
): Promise<{ sent: number; acknowledged: Acknowledged[] }> {
  const pause = 60_000 / (normalPerMinute * times);
  const sending: Promise<Acknowledged | undefined>[] = [];
  const patience = async (seconds: number): Promise<boolean> => {
    if (Date.now() + seconds * 1000 > until + 60_000) return false;
    await wait(seconds * 1000);
    return true;
  };
  const start = Date.now();
  for (let at = 0; Date.now() < until; at++) {
    sending.push(sendReport(sender, at, patience));
    await wait(Math.max(0, start + (at + 1) * pause - Date.now()));
  }
  const acknowledged = (await Promise.all(sending)).filter((one) => one !== undefined);
  return { sent: sending.length, acknowledged };
}

/** 0 when the line broke. */
async function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  try {
    const answer = await fetch(url, { headers });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

interface Read {
  readonly staff: number[]; // milliseconds, sorted
  readonly people: number[];
  readonly rss: number; // megabytes
}

/** Two officers and two people who read on, a page each second. */
async function startReaders(server: BenchServer, until: number): Promise<{ readonly read: Promise<Read> }> {
  const base = `http://127.0.0.1:${server.port}`;
  const sorter = await signIn(server, 'verifikator.diskominfo');
  const handler = await signIn(server, 'petugas.diskominfo');
  const list = await (await fetch(`${base}/kerja/laporan`, { headers: { cookie: sorter } })).text();
  const number = /\/kerja\/laporan\/(L\d+)/.exec(list)?.[1];
  const one = number === undefined ? [] : [`/kerja/laporan/${number}`];
  const public_ = await (await fetch(`${base}/laporan`)).text();
  const problem = /href="(\/laporan\/[a-z0-9]+)"/.exec(public_)?.[1] ?? '/laporan';
  let rss = 0;
  const ask = async (paths: readonly string[], headers: Record<string, string>): Promise<number[]> => {
    const times: number[] = [];
    for (let at = 0; Date.now() < until; at++) {
      const began = performance.now();
      const status = await statusOf(`${base}${paths[at % paths.length]}`, headers);
      if (status === 200) times.push(performance.now() - began);
      else if (headers.cookie !== undefined) times.push(60_000); // an officer who is refused has waited too long
      rss = Math.max(rss, server.rssMegabytes());
      await wait(1000);
    }
    return times;
  };
  const far = (ip: string) => ({ 'x-forwarded-for': ip });
  const all = Promise.all([
    ask(['/kerja/laporan', '/petugas', ...one], { cookie: sorter, ...far('10.250.0.1') }),
    ask(['/kerja/laporan', '/petugas'], { cookie: handler, ...far('10.250.0.2') }),
    ask(['/laporan', problem, '/lapor'], far('10.250.0.3')),
    ask(['/', '/laporan.geojson', '/laporan?status=ditangani'], far('10.250.0.4')),
  ]);
  const sorted = (times: number[]): number[] => times.sort((a, b) => a - b);
  return { read: all.then(([a, b, c, d]) => ({ staff: sorted([...a, ...b]), people: sorted([...c, ...d]), rss })) };
}
