import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { inTransaction } from '../database/index.ts';
import type { Module } from '../module.ts';
import type { JobWorker } from './worker.ts';

declare module './queue.ts' {
  interface Jobs {
    'sample.note': { text: string };
    'sample.slow': { milliseconds: number };
    'sample.fail': Record<string, never>;
  }
}

const done: string[] = [];
let failures = 0;
const module: Module = {
  name: 'sample',
  routes: [],
  jobs: {
    'sample.note': async (ctx, { text }) => void done.push(`${text} by ${ctx.actor.kind} in ${ctx.region.id}`),
    'sample.slow': async (_ctx, { milliseconds }) => {
      await wait(milliseconds);
      done.push('slow');
    },
    'sample.fail': async () => {
      failures += 1;
      throw new Error('not this time');
    },
  },
};

let test: TestApp;
let worker: JobWorker | undefined;
beforeAll(async () => {
  test = await startTestApp({ modules: [module] });
});
beforeEach(async () => {
  await worker?.stop();
  worker = undefined;
  done.length = 0;
  await test.database.query('delete from graphile_worker._private_jobs');
});
afterAll(async () => {
  await worker?.stop();
  await test.close();
});

function add(text: string, key?: string): Promise<void> {
  return test.platform.jobs.add(test.platform.db, 'sample.note', { text }, key === undefined ? {} : { key });
}

describe('the worker', () => {
  it('takes a job the moment its transaction ends, with the system as actor', async () => {
    worker = await test.app.startWorker({ alone: true });
    const started = performance.now();
    await inTransaction(test.ctx(), (ctx) => ctx.jobs.add(ctx.db, 'sample.note', { text: 'hello' }));
    await vi.waitFor(() => expect(done).toEqual(['hello by system in parepare']));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('does a job with the same key once', async () => {
    await add('first', 'k');
    await add('second', 'k');
    worker = await test.app.startWorker({ alone: true });
    await vi.waitFor(() => expect(done).toEqual(['second by system in parepare']));
    await wait(100);
    expect(done).toHaveLength(1);
  });

  it('leaves the jobs of another region alone', async () => {
    await test.platform.jobs.add(test.database.open('wajo').db, 'sample.note', { text: 'theirs' });
    await add('ours');
    worker = await test.app.startWorker({ alone: true });
    await vi.waitFor(() => expect(done).toEqual(['ours by system in parepare']));
    expect(await test.database.query('select task_identifier as task from graphile_worker.jobs')).toEqual([
      { task: 'wajo/sample.note' },
    ]);
  });

  it('keeps a failed job for a later attempt, with the error', async () => {
    worker = await test.app.startWorker({ alone: true });
    await test.platform.jobs.add(test.platform.db, 'sample.fail', {});
    await vi.waitFor(async () => {
      const [job] = await test.database.query(
        'select attempts, last_error, run_at > now() as later from graphile_worker.jobs',
      );
      expect(job).toMatchObject({ attempts: 1, later: true, last_error: expect.stringContaining('not this time') });
    });
    expect(failures).toBe(1);
  });

  it('finishes the job in hand before it stops', async () => {
    worker = await test.app.startWorker({ alone: true });
    await test.platform.jobs.add(test.platform.db, 'sample.slow', { milliseconds: 400 });
    await vi.waitFor(async () =>
      expect(await test.database.query('select 1 from graphile_worker.jobs where locked_at is not null')).toHaveLength(
        1,
      ),
    );
    await worker.stop();
    worker = undefined;
    expect(done).toEqual(['slow']);
  });

  it('takes over at once what a killed process had in hand', async () => {
    await add('left behind');
    await test.database.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-the-dead', attempts = 1",
    );
    worker = await test.app.startWorker({ alone: true });
    await vi.waitFor(() => expect(done).toEqual(['left behind by system in parepare']));
  });

  it('does not take a job away from a living worker of another process', async () => {
    worker = await test.app.startWorker({ alone: false });
    await test.platform.jobs.add(test.platform.db, 'sample.slow', { milliseconds: 600 });
    await vi.waitFor(async () =>
      expect(await test.database.query('select 1 from graphile_worker.jobs where locked_at is not null')).toHaveLength(
        1,
      ),
    );
    // As if it had been at work for an hour: only its presence lock speaks for it.
    await test.database.query("update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'");
    const other = await test.app.startWorker({ alone: false });
    const [job] = await test.database.query(
      'select locked_by is not null as locked from graphile_worker._private_jobs',
    );
    expect(job).toEqual({ locked: true });
    await other.stop();
    await vi.waitFor(() => expect(done).toEqual(['slow']));
  });
});
