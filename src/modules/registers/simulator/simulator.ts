// A stand-in for the five registers that speaks their wire format on this machine. It knows invented people only, says in
// every answer that it is a simulator, and can be told to be slow, down or broken.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenLocally, readText } from '../../../platform/http/local-server.ts';
import { keyHeader, LookUpRequest, lookUpPath, simulatorHeader } from '../adapter/wire.ts';
import { answerOf } from './answers.ts';

export type Mood = 'well' | 'slow' | 'down' | 'garbage' | 'refusing';
export interface RegisterSimulatorOptions {
  readonly key: string;
  readonly today: () => string; // YYYY-MM-DD
  readonly port?: number;
}
export interface RegisterSimulator {
  readonly url: string;
  /** How it behaves from now on; for tests and demonstrations. */
  become(mood: Mood): void;
  /** How often it was asked, by register. */
  asked(register: string): number;
  close(): Promise<void>;
}

const slowMilliseconds = 4_000;
const largestQuestion = 16 * 1024;

/** Starts the simulator on 127.0.0.1 (any free port unless one is given). */
export async function startRegisterSimulator(options: RegisterSimulatorOptions): Promise<RegisterSimulator> {
  let mood: Mood = 'well';
  const counts = new Map<string, number>();
  const server = await listenLocally(
    async (request, response) => send(response, await answer(request, { ...options, mood, counts })),
    options.port,
  );
  return {
    url: server.url,
    become: (next) => {
      mood = next;
    },
    asked: (register) => counts.get(register) ?? 0,
    close: server.close,
  };
}

interface Reply {
  readonly status: number;
  readonly text: string;
}
interface Now extends RegisterSimulatorOptions {
  readonly mood: Mood;
  readonly counts: Map<string, number>;
}

async function answer(incoming: IncomingMessage, now: Now): Promise<Reply> {
  const text = await readText(incoming, largestQuestion);
  if (incoming.method !== 'POST' || incoming.url !== lookUpPath) return problem(404, 'Alamat tidak dikenal');
  if (incoming.headers[keyHeader] !== now.key) return problem(401, 'Kunci tidak dikenal');
  const question = LookUpRequest.safeParse(parsed(text));
  if (!question.success) return problem(400, 'Pertanyaan tidak terbaca');
  const { register } = question.data;
  now.counts.set(register, (now.counts.get(register) ?? 0) + 1);
  if (now.mood === 'down') return problem(503, 'Simulator dimatikan');
  if (now.mood === 'refusing') return problem(403, 'Tidak diizinkan');
  if (now.mood === 'garbage') return { status: 200, text: '<html>Sistem sedang dipelihara</html>' };
  if (now.mood === 'slow') await wait(slowMilliseconds, undefined, { ref: false });
  return { status: 200, text: JSON.stringify(answerOf(question.data, now.today())) };
}

function problem(status: number, message: string): Reply {
  return { status, text: JSON.stringify({ message }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, text }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', [simulatorHeader]: 'TIDAK BERLAKU' });
  response.end(text);
}
