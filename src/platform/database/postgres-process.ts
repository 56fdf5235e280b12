import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, readlink, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startupError } from '../startup-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresUser } from './postgres-user.ts';

export interface PostgresProcess {
  stop(): Promise<void>;
  onUnexpectedExit(listener: () => void): void;
}

export interface LaunchOptions {
  readonly binaries: PostgresBinaries;
  readonly cluster: string;
  readonly user: PostgresUser;
  readonly settings: Readonly<Record<string, string>>;
  readonly isReady: () => Promise<boolean>;
}

export async function launchPostgres(options: LaunchOptions): Promise<PostgresProcess> {
  const flags = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawnAs(options.user, [options.binaries.postgres, '-D', options.cluster, ...flags]);
  const listeners: (() => void)[] = [];
  let stopping = false;
  const output = collectOutput(child);
  const exited = new Promise<void>((done) => {
    child.once('error', () => done());
    child.once('exit', () => done());
  });
  const guard = stopWhenThisProcessDies(child);
  await waitUntilReady(child, options, output);
  child.once('exit', () => {
    if (!stopping) for (const listener of listeners) listener();
  });
  return {
    onUnexpectedExit: (listener) => void listeners.push(listener),
    async stop() {
      stopping = true;
      child.kill('SIGINT');
      const slow = setTimeout(() => child.kill('SIGQUIT'), 30_000);
      await exited;
      clearTimeout(slow);
      guard.kill();
    },
  };
}

export async function runInitdb(options: {
  binaries: PostgresBinaries;
  folder: string;
  user: PostgresUser;
  login: string;
}): Promise<void> {
  // The builtin C.UTF-8 locale sorts the same on every machine, so an index survives a move or an upgrade of the system.
  const flags = [
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const child = spawnAs(options.user, [
    options.binaries.initdb,
    '-D',
    options.folder,
    '-U',
    options.login,
    '--data-checksums',
    ...flags,
  ]);
  const output = collectOutput(child);
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(-1));
    child.once('close', done);
  });
  if (code !== 0) throw await failure('The database could not be made', output(), options.folder);
}

/** Ends a PostgreSQL that a killed predecessor left behind on this cluster, and removes a stale lock of one that is gone. */
export async function stopLeftover(cluster: string): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  for (let attempt = 0; await isPostgresOf(pid, cluster); attempt += 1) {
    if (attempt > 600)
      throw startupError(
        `An earlier PostgreSQL (process ${pid}) still runs in ${cluster} and does not stop. End it and start again.`,
      );
    if (attempt % 100 === 0) process.kill(pid, attempt < 400 ? 'SIGINT' : 'SIGQUIT');
    await wait(50);
  }
  await rm(lockFile, { force: true });
}

async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return Reflect.get(error as object, 'code') === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  // PostgreSQL works inside its cluster folder; another program that got the same number does not.
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster;
}

// detached: a Ctrl-C in the terminal must reach the server only, which then stops PostgreSQL after its last request.
function spawnAs(user: PostgresUser, command: readonly string[]): ChildProcess {
  const [program = '', ...args] = [...user.prefix, ...command];
  const ids =
    user.prefix.length === 0 && user.uid !== undefined && user.gid !== undefined
      ? { uid: user.uid, gid: user.gid }
      : {};
  return spawn(program, args, {
    ...ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      if (text.length < 20_000) text += chunk.toString();
    });
  }
  return () => text;
}

async function waitUntilReady(child: ChildProcess, options: LaunchOptions, output: () => string): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(15)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw await failure(
        'The database did not start',
        `${output()}\n${await logTail(options.cluster)}`,
        options.cluster,
      );
    }
    if (await options.isReady()) return;
  }
  child.kill('SIGQUIT');
  throw startupError('The database did not become ready within two minutes.');
}

async function logTail(cluster: string): Promise<string> {
  const day = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(new Date());
  const log = await readFile(join(cluster, 'log', `postgres-${day}.log`), 'utf8').catch(() => '');
  return log.slice(-4000);
}

async function failure(what: string, output: string, folder: string): Promise<Error> {
  if (/No space left on device|Disk quota exceeded/.test(output) || (await isDiskFull(folder))) {
    return startupError(
      `${what}: the disk is full. Free some space and start again; nothing that was acknowledged is lost.`,
    );
  }
  const reason = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|error:/.test(line))
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|error): */, '');
  return startupError(`${what}: ${reason ?? 'PostgreSQL ended without a reason'}.`);
}

// PostgreSQL names the full disk in many ways; one segment of its log needs 16 MB.
async function isDiskFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Number.MAX_SAFE_INTEGER, bsize: 1 }));
  return bavail * bsize < 20 * 1024 * 1024;
}

// Even `kill -9` of this process ends the database: the pipe to this small shell closes and it sends a fast shutdown.
function stopWhenThisProcessDies(child: ChildProcess): ChildProcess {
  const script = 'while read -r _; do :; done; kill -INT "$1" 2>/dev/null';
  const guard = spawn('/bin/sh', ['-c', script, 'loket24-guard', String(child.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.unref();
  return guard;
}
