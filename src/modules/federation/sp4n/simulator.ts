// SIMULATOR of a bridge to SP4N-LAPOR! on this machine: hands out invented reports and keeps the answers. Says so in every answer.
import { createServer, type IncomingMessage } from 'node:http';
import { simulatorHeader } from '../simulator/simulator.ts';

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
    const body = await readText(incoming);
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
  const server = createServer((request, response) => {
    reply(request)
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/x-ndjson', [simulatorHeader]: 'TIDAK BERLAKU' });
        response.end(body);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  server.unref();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    ...{ url: `http://127.0.0.1:${port}`, reports, answers },
    become: (next) => {
      mood = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
