// A closed loop: each connection sends, waits for the answer, sends again. Bounded in time.
import { type Answer, openConnection } from './http-client.ts';

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number; // milliseconds
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
}
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly warmupSeconds?: number;
  readonly request: (index: number) => string;
  readonly expect: (answer: Answer) => boolean;
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs the loop. A single unexpected answer fails the whole measurement: fast errors are no result. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const times: number[] = [];
  let index = 0;
  const start = performance.now() + (load.warmupSeconds ?? 1) * 1000;
  const end = start + load.seconds * 1000;
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      const connection = await openConnection(load.port);
      while (performance.now() < end) {
        const request = load.request(index++);
        const sent = performance.now();
        const answer = await connection.send(request);
        const received = performance.now();
        if (!load.expect(answer)) throw new Error(`unexpected answer ${answer.status}: ${answer.body.slice(0, 300)}`);
        if (sent >= start && received <= end) times.push(received - sent);
      }
      connection.close();
    }),
  );
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / load.seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    count: times.length,
  };
}
