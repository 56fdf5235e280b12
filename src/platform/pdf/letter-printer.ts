// Letters as PDF/A through Typst, in a child process that starts on demand and ends when idle.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../../lib/errors.ts';
import { prepareFonts } from './fonts.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './letter-protocol.ts';
import { type Json, toPrintable } from './printable.ts';

export interface RenderRequest {
  /** File name without `.typ` inside the templates folder. */
  readonly template: string;
  readonly inputs: { readonly [key: string]: Json };
  /** Creation date written into the PDF; with it the same inputs give the same bytes. */
  readonly at?: Date;
  /** Counted from the moment the letter's turn has come; default 20,000. */
  readonly timeoutMs?: number;
}

export interface LetterPrinter {
  /** A tagged PDF/A-2b. Throws AppError `pdf.unknown_template`, `pdf.template_failed`, `pdf.timed_out` or `pdf.closed`. */
  render(request: RenderRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface LetterPrinterOptions {
  readonly templatesDir: string;
  /** Where the unpacked fonts are kept, for example DATA_DIR/fonts. */
  readonly fontsDir: string;
  /** The child ends after this many milliseconds without work; default 60,000. */
  readonly idleMs?: number;
  readonly onRendered?: (measured: { template: string; cpuMs: number }) => void;
}

const defaultTimeoutMs = 20_000;
const defaultIdleMs = 60_000;

/** Makes the printer; the child process starts with the first letter. */
export function createLetterPrinter(options: LetterPrinterOptions): LetterPrinter {
  const setup: WorkerSetup = {
    templatesDir: options.templatesDir,
    fontsDir: options.fontsDir,
    idleMs: options.idleMs ?? defaultIdleMs,
  };
  let child: ChildProcess | undefined;
  let fonts: Promise<unknown> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  let lastId = 0;

  async function readyChild(): Promise<ChildProcess> {
    fonts ??= prepareFonts(setup.fontsDir);
    await fonts;
    if (closed) throw new AppError('unavailable', 'pdf.closed');
    if (child === undefined || child.killed || !child.connected) child = startWorker(setup);
    return child;
  }

  async function renderInTurn(request: RenderRequest, mayRetry: boolean): Promise<Uint8Array> {
    lastId += 1;
    const message: WorkerRequest = {
      id: lastId,
      template: `${request.template}.typ`,
      inputs: JSON.stringify(toPrintable(request.inputs)),
      createdAt: request.at === undefined ? undefined : Math.floor(request.at.getTime() / 1000),
    };
    const reply = await ask(await readyChild(), message, request.timeoutMs ?? defaultTimeoutMs);
    // The child may reach its idle end just as a letter is sent to it.
    if (reply === 'ended' && mayRetry) return renderInTurn(request, false);
    if (reply === 'ended')
      throw new AppError('unavailable', 'pdf.template_failed', { cause: 'the child process ended' });
    if (!reply.ok) throw new AppError('unavailable', 'pdf.template_failed', { cause: reply.message });
    options.onRendered?.({ template: request.template, cpuMs: reply.cpuMs });
    return reply.pdf;
  }

  return {
    async render(request) {
      const known = /^[a-z0-9-]+$/.test(request.template);
      if (!known || !existsSync(join(setup.templatesDir, `${request.template}.typ`))) {
        throw new AppError('invalid', 'pdf.unknown_template', { params: { template: request.template } });
      }
      const mine = turn.then(() => renderInTurn(request, true));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      closed = true;
      await turn;
      if (child !== undefined) await endWorker(child);
    },
  };
}

function startWorker(setup: WorkerSetup): ChildProcess {
  const fromSource = import.meta.url.endsWith('.ts');
  const script = fileURLToPath(new URL(fromSource ? './letter-worker.ts' : './letter-worker.js', import.meta.url));
  const loader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(script, [JSON.stringify(setup)], {
    execArgv: fromSource ? ['--import', loader()] : [],
    serialization: 'advanced', // PDF bytes travel as bytes
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: workerEnvironment(setup.fontsDir),
  });
  release(child);
  return child;
}

// Typst would download `@preview` packages and read installed ones; every road out leads nowhere. The server's own
// environment (database address, secret key) is not passed on.
export function workerEnvironment(fontsDir: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9';
  const noFolder = join(fontsDir, 'no-packages');
  return {
    PATH: process.env.PATH,
    HOME: noFolder,
    XDG_DATA_HOME: noFolder,
    XDG_CACHE_HOME: noFolder,
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ALL_PROXY: nowhere,
    NO_PROXY: '',
  };
}

function ask(child: ChildProcess, message: WorkerRequest, timeoutMs: number): Promise<WorkerReply | 'ended'> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onExit);
      release(child);
      finish();
    };
    const onMessage = (reply: unknown): void => {
      const answer = reply as WorkerReply; // the only sender is letter-worker.ts
      if (answer.id === message.id) settle(() => resolve(answer));
    };
    const onExit = (): void => settle(() => resolve('ended'));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle(() => reject(new AppError('unavailable', 'pdf.timed_out', { params: { milliseconds: timeoutMs } })));
    }, timeoutMs);
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.on('error', onExit);
    hold(child);
    child.send(message, (error) => (error === null ? undefined : onExit()));
  });
}

// An idle child must not keep the server's process alive; a working one must.
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function endWorker(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    hold(child);
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
