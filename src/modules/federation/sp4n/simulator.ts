// SIMULATOR of a bridge to SP4N-LAPOR! on this machine: hands out invented reports and keeps the answers. Says so in every answer.
import type { IncomingMessage } from 'node:http';
import { listenLocally, readText } from '../../../platform/http/local-server.ts';
import { simulatorHeader } from '../simulator/simulator.ts';

const largestBody = 16 * 1024 * 1024; // an export of many lines

export interface Sp4nSimulator {
  readonly url: string;
  /** Lines that are handed out from now on. */
  readonly reports: Record<string, unknown>[];
  /** Every line that came back, in its order. */
  readonly answers: Record<string, unknown>[];
  become(mood: 'well' | 'down'): void;
  close(): Promise<void>;
}

export async function startSp4nSimulator(options: {
  readonly key: string;
  readonly port?: number;
}): Promise<Sp4nSimulator> {
  const reports: Record<string, unknown>[] = [];
  const answers: Record<string, unknown>[] = [];
  let mood: 'well' | 'down' = 'well';
  const reply = async (incoming: IncomingMessage): Promise<{ status: number; body: string }> => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://simulator');
    const body = await readText(incoming, largestBody);
    if (incoming.headers['x-api-key'] !== options.key) return { status: 403, body: '' };
    if (mood === 'down') return { status: 503, body: '' };
    if (incoming.method === 'GET' && pathname === '/laporan') {
      const since = searchParams.get('sejak') ?? '';
      const wanted = reports.filter(({ tanggal_laporan: at }) => typeof at !== 'string' || at >= since);
      return { status: 200, body: wanted.map((one) => `${JSON.stringify(one)}\n`).join('') };
    }
    if (incoming.method !== 'POST' || pathname !== '/tindak-lanjut') return { status: 404, body: '' };
    for (const line of body.split('\n').filter(Boolean)) answers.push(JSON.parse(line) as Record<string, unknown>);
    return { status: 200, body: '' };
  };
  const server = await listenLocally(async (request, response) => {
    const { status, body } = await reply(request);
    response.writeHead(status, { 'content-type': 'application/x-ndjson', [simulatorHeader]: 'TIDAK BERLAKU' });
    response.end(body);
  }, options.port);
  return {
    ...{ url: server.url, reports, answers },
    become: (next) => {
      mood = next;
    },
    close: server.close,
  };
}
