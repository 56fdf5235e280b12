// The server as operators run it: a process of its own, on its own data folder and port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../../src/platform/root.ts';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  readonly stdout: () => string;
  signal(name: NodeJS.Signals): Promise<Finished>;
}

type Env = Readonly<Record<string, string>>;

/** Runs an entry point to its end. */
export async function runEntry(args: readonly string[], env: Env): Promise<Finished> {
  const { child, output } = start(args, env);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

/** Starts an entry point (default: main) or an npm command and waits until it is ready. */
export async function startServerProcess(env: Env, ...command: string[]): Promise<ServerProcess> {
  const port = Number(env.PORT ?? (await freePort()));
  const { child, output } = start(command.length === 0 ? ['main'] : command, { ...env, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  const closed = once(child, 'close') as Promise<[number | null]>;
  for (const deadline = Date.now() + 180_000; !(await answers(`${url}/readyz`)); await wait(50)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The server did not become ready: ${output.stderr}`);
    }
  }
  return {
    url,
    child,
    stdout: () => output.stdout,
    async signal(name) {
      child.kill(name);
      const [code] = await closed;
      return { code, ...output };
    },
  };
}

export async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function start(args: readonly string[], env: Env): { child: ChildProcess; output: { stdout: string; stderr: string } } {
  const output = { stdout: '', stderr: '' };
  const [program, ...rest] =
    args[0] === 'npm' ? args : [process.execPath, join(projectRoot, 'scripts', 'run.mjs'), ...args];
  const child = spawn(program ?? '', rest, {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'development', REGION: 'parepare', ...env },
  });
  child.stdout.on('data', (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  return { child, output };
}
