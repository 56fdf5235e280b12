// For machines that watch the server: alive, ready, figures.
import type { FastifyInstance } from 'fastify';
import type { Web } from './web.ts';

export interface ReadinessCheck {
  readonly name: string;
  /** Resolves when fine; throws otherwise. */
  readonly check: () => Promise<void>;
}

export function serveStatus(server: FastifyInstance, web: Web, checks: readonly ReadinessCheck[]): void {
  server.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const results = await Promise.all(checks.map(run));
    const ready = results.every(([, state]) => state === 'ok');
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) });
  });
  server.get('/metrics', (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(web.metrics.text()),
  );
}

async function run({ name, check }: ReadinessCheck): Promise<readonly [string, string]> {
  try {
    await check();
    return [name, 'ok'];
  } catch {
    return [name, 'failed'];
  }
}
