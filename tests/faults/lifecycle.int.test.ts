import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { connectionUrl } from '../../src/platform/database/connection.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { asOwner } from '../support/database.ts';
import { answers, freePort, runEntry, type ServerProcess, startServerProcess } from '../support/server-process.ts';

let folder: string;
let env: Record<string, string>;
let server: ServerProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-life-'));
  await chmod(folder, 0o755);
  env = { DATA_DIR: join(folder, 'data') };
});
afterAll(async () => {
  await server?.signal('SIGKILL');
  await vi.waitFor(async () => expect(await postmasterAlive()).toBe(false), { timeout: 15_000 });
  await rm(folder, { recursive: true, force: true });
});

async function postmasterPid(): Promise<number> {
  const file = await readFile(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(file.split('\n', 1)[0]);
}
async function postmasterAlive(): Promise<boolean> {
  const pid = await postmasterPid();
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
const oneSentence = /^[A-Z][^\n]+\.\n$/;

describe('the server', () => {
  it('starts on an empty folder, says where it is and how to sign in', async () => {
    server = await startServerProcess(env);
    expect(server.stdout()).toContain(`ready: ${server.url}`);
    expect(server.stdout()).toContain('login-link --as');
    expect(await answers(`${server.url}/healthz`)).toBe(true);
  }, 120_000);

  it('refuses a second one on the same folder with one sentence', async () => {
    const same = await runEntry(['main'], { ...env, PORT: String(await freePort()) });
    expect([same.code, same.stdout]).toEqual([1, '']);
    expect(same.stderr).toMatch(/already running on/);
    expect(same.stderr).toMatch(oneSentence);
    expect(await answers(`${server?.url}/readyz`)).toBe(true);
  }, 60_000);

  it('lets commands work beside it', async () => {
    const doctor = await runEntry(['cli', 'doctor'], { ...env, PORT: new URL(server?.url ?? '').port });
    expect(doctor.stderr).toBe('');
    expect(doctor.stdout).toMatch(/ok +PostgreSQL 18/);
    expect(doctor.code).toBe(0);
    expect(await answers(`${server?.url}/readyz`)).toBe(true);
  }, 60_000);

  it('answers 503 while its database is gone and recovers by itself', async () => {
    process.kill(await postmasterPid(), 'SIGKILL');
    await vi.waitFor(async () => expect((await fetch(`${server?.url}/readyz`)).status).toBe(503), {
      interval: 5,
      timeout: 5_000,
    });
    await vi.waitFor(async () => expect(await answers(`${server?.url}/readyz`)).toBe(true), { timeout: 20_000 });
  }, 60_000);

  it('killed outright leaves no database behind and starts again on its folder', async () => {
    await server?.signal('SIGKILL');
    server = await startServerProcess(env);
    expect(await answers(`${server.url}/readyz`)).toBe(true);
    await server.signal('SIGKILL');
    await vi.waitFor(async () => expect(await postmasterAlive()).toBe(false), { timeout: 15_000 });
    server = undefined;
  }, 120_000);

  it('starts again within five seconds, finishes the request in hand at SIGTERM and exits 0', async () => {
    // The best of three: other tests share the machine, and one clean start shows what the program needs.
    let fastest = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 3 && fastest > 5_000; attempt += 1) {
      await server?.signal('SIGTERM');
      const started = performance.now();
      server = await startServerProcess(env);
      fastest = Math.min(fastest, performance.now() - started);
    }
    expect(fastest).toBeLessThan(5_000);
    if (server === undefined) throw new Error('no server');
    const agent = fetch(`${server.url}/tidak-ada`);
    await wait(5);
    const ended = server.signal('SIGTERM');
    expect((await agent).status).toBe(404);
    const stopping = performance.now();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - stopping).toBeLessThan(5_000);
    expect(await postmasterAlive()).toBe(false);
    server = undefined;
  }, 60_000);

  it('lets a command start the database for itself when no server runs, and leaves nothing behind', async () => {
    const loaded = await runEntry(['cli', 'region', 'load', 'regions/parepare'], env);
    expect(loaded).toMatchObject({ code: 0, stderr: '', stdout: 'Kota Parepare is loaded.\n' });
    expect(await postmasterAlive()).toBe(false);
  }, 60_000);
});

describe('npm start', () => {
  it('hands SIGTERM on to the server, which ends in order', async () => {
    const started = await startServerProcess(env, 'npm', 'start');
    expect(await started.signal('SIGTERM')).toMatchObject({ code: 0 });
    await vi.waitFor(async () => expect(await postmasterAlive()).toBe(false), { timeout: 10_000 });
    expect(await answers(`${started.url}/healthz`)).toBe(false);
  }, 60_000);
});

describe('an external database', () => {
  it('given as DATABASE_URL is migrated and served by one process or by web and worker apart', async () => {
    const { admin } = inject('postgres');
    const database = `loket24_external_${process.pid}`;
    await asOwner(admin, `create database ${database}`);
    const settings = { DATA_DIR: join(folder, 'external'), DATABASE_URL: connectionUrl({ ...admin, database }) };
    const first = await startServerProcess(settings);
    const second = await startServerProcess(settings, 'main-web');
    expect(await answers(`${second.url}/readyz`)).toBe(true);
    expect(await second.signal('SIGTERM')).toMatchObject({ code: 0 });
    expect(await answers(`${first.url}/readyz`)).toBe(true);
    expect(await first.signal('SIGTERM')).toMatchObject({ code: 0 });
    await asOwner(admin, `drop database ${database}`);
  }, 120_000);
});

describe('a wrong setting', () => {
  it('is said in one sentence without a stack trace', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await wait(20);
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const cases: [Record<string, string>, RegExp][] = [
      [{ ...env, PORT: String(port) }, /in use by another program/],
      [{ ...env, PORT: 'abc' }, /PORT is "abc"/],
      [{ ...env, REGION: 'atlantis' }, /region.yaml is missing/],
      [
        { ...env, DATABASE_URL: `postgres://x:y@127.0.0.1:${port === 1 ? 2 : 1}/z` },
        /No PostgreSQL answers at 127.0.0.1:1/,
      ],
      [{ DATA_DIR: join(projectRoot, 'package.json', 'data') }, /a file is in its way/],
      [{ ...env, SECRET_KEY: 'short' }, /SECRET_KEY is too short/],
    ];
    for (const [settings, sentence] of cases) {
      const result = await runEntry(['main'], settings);
      expect([result.code, result.stderr]).toEqual([1, expect.stringMatching(sentence)]);
      expect(result.stderr).toMatch(oneSentence);
    }
    taken.close();
  }, 60_000);
});
