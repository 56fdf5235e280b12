// One question to one register over HTTP: JSON, an API key, a time limit, tries again with growing pauses. Never throws.
import { setTimeout as wait } from 'node:timers/promises';
import { backOff } from '../rules.ts';
import type { Patience } from '../types.ts';
import { keyHeader, type LookUpRequest, LookUpResponse, lookUpPath, narrowed } from './wire.ts';

export interface Connection {
  readonly url: string; // without a trailing slash
  readonly key: string;
}
export type Answered =
  | { readonly ok: true; readonly response: LookUpResponse }
  | { readonly ok: false; readonly problem: Problem };
export type Problem = 'timeout' | 'network' | 'refused' | 'busy' | 'garbage';

const largestAnswer = 16 * 1024; // a statement is small: whoever sends more sends a record

export async function askRegister(
  connection: Connection,
  request: LookUpRequest,
  patience: Patience,
): Promise<Answered> {
  const startedAt = performance.now();
  const left = (): number => patience.budgetMilliseconds - (performance.now() - startedAt);
  let answered: Answered = { ok: false, problem: 'timeout' };
  for (let attempt = 1; attempt <= patience.tries; attempt++) {
    if (attempt > 1) await wait(Math.min(backOff(attempt), Math.max(0, left())));
    if (left() <= 20) return answered;
    answered = await once(connection, request, left());
    if (answered.ok || !worthAnotherTry(answered.problem)) return answered;
  }
  return answered;
}

// A key that is refused or an answer nobody can read will be the same a moment later.
function worthAnotherTry(problem: Problem): boolean {
  return problem === 'network' || problem === 'busy';
}

async function once(connection: Connection, request: LookUpRequest, milliseconds: number): Promise<Answered> {
  const signal = AbortSignal.timeout(Math.max(1, Math.floor(milliseconds)));
  try {
    const response = await fetch(`${connection.url}${lookUpPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', [keyHeader]: connection.key },
      body: JSON.stringify(request),
      redirect: 'error', // personal data goes to the address that was agreed on, nowhere else
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, problem: problemOf(response.status) };
    }
    return read(request, await textOf(response));
  } catch {
    return { ok: false, problem: signal.aborted ? 'timeout' : 'network' };
  }
}

function problemOf(status: number): Problem {
  if (status === 429 || status >= 500) return 'busy';
  return 'refused';
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > largestAnswer) return ''; // leaving the loop cancels the rest
  }
  return text;
}

function read(request: LookUpRequest, text: string): Answered {
  const garbage: Answered = { ok: false, problem: 'garbage' };
  try {
    const parsed = LookUpResponse.safeParse(JSON.parse(text));
    return parsed.success ? { ok: true, response: narrowed(request, parsed.data) } : garbage;
  } catch {
    return garbage;
  }
}
