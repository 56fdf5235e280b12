// From a process to an orderly end: signals, exit codes, and one sentence instead of a stack trace.
import { writeSync } from 'node:fs';
import { startupSentence } from '../startup-error.ts';

/** Things to undo, in reverse order of how they were set up. */
export interface UndoStack {
  push(undo: () => Promise<void>): void;
}

const patienceMilliseconds = 45_000;

/**
 * Runs `start`; whatever it pushes is undone when it fails or when SIGTERM or SIGINT arrives. Exit code 0 after a signal,
 * 1 with a sentence on stderr when the start failed.
 */
export async function runProcess(start: (undo: UndoStack) => Promise<void>): Promise<void> {
  const stack: (() => Promise<void>)[] = [];
  let ending: Promise<void> | undefined;
  const end = (code: number): Promise<void> => {
    ending ??= undoAll(stack).then(
      () => process.exit(code),
      (error: unknown) => fail(error),
    );
    return ending;
  };
  let started = false;
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Somebody who asks twice does not want to wait.
      if (asked) process.exit(1);
      asked = true;
      if (started) void end(0);
    });
  }
  try {
    await start({ push: (undo) => void stack.push(undo) });
    started = true;
    if (asked) await end(0);
  } catch (error) {
    report(error);
    await end(1);
  }
}

async function undoAll(stack: (() => Promise<void>)[]): Promise<void> {
  const impatience = setTimeout(() => process.exit(1), patienceMilliseconds);
  impatience.unref();
  for (const undo of stack.reverse()) await undo().catch(report);
}

function fail(error: unknown): never {
  report(error);
  process.exit(1);
}

/** The sentence for an error on stderr; only something nobody foresaw shows where it happened, and only when asked with LOG_LEVEL=debug. */
export function report(error: unknown): void {
  const message = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  const sentence =
    startupSentence(error) ??
    `Loket24 stopped because of something unexpected: ${message}. Set LOG_LEVEL=debug to see where.`;
  writeSync(2, `${sentence}\n`);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) writeSync(2, `${error.stack ?? ''}\n`);
}
