// The server as an operator starts it, in its own process, on its own data folder.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../src/platform/root.ts';

export interface BenchServer {
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  readonly startSeconds: number;
  rssMegabytes(): number;
  cpuSeconds(): number;
  stop(): Promise<void>; // a folder of its own goes with it
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1800; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await wait(100);
  }
  child.kill('SIGTERM');
  throw new Error('the server did not become ready within three minutes');
}

export interface BenchServerOptions {
  readonly dataDir?: string | undefined; // stays after the run
  readonly env?: Readonly<Record<string, string>>;
}

export async function newFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'loket24-bench-data-'));
  await chmod(folder, 0o755);
  return folder;
}

export async function startServer(options: BenchServerOptions = {}): Promise<BenchServer> {
  const dataDir = options.dataDir ?? (await newFolder());
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...options.env };
  const started = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const pid = child.pid ?? 0;
  await untilReady(port, child);
  const startSeconds = (performance.now() - started) / 1000;
  return {
    port,
    pid,
    dataDir,
    startSeconds,
    rssMegabytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100; // utime + stime in ticks of 1/100 s
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
