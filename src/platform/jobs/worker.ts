// The job worker of one region: graphile-worker with the modules' handlers. It sleeps until PostgreSQL notifies it.
import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Platform } from '../context.ts';
import { createContext } from '../create-platform.ts';
import { type Connection, createPool } from '../database/connection.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Log } from '../log.ts';
import type { Module } from '../module.ts';
import { announceWorkers, type WorkerPresence } from './presence.ts';
import type { JobHandler, Jobs } from './queue.ts';

export interface JobWorker {
  /** Stops taking jobs and waits for those in hand. */
  stop(): Promise<void>;
}
export interface WorkerOptions {
  readonly platform: Platform;
  readonly modules: readonly Module[];
  readonly owner: Connection;
  readonly metrics: Metrics;
  readonly concurrency?: number;
  /** No other process can be at work on this database: jobs left in hand by a killed one are free at once. */
  readonly alone: boolean;
}

// Only for jobs that become due later; new ones are announced by NOTIFY.
const pollMilliseconds = 30_000;

export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { platform, modules, owner, concurrency = 2 } = options;
  // Nobody waits in front of a screen for the worker, and a job that was done must be noted as done however busy the database is.
  const patienceMilliseconds = 60_000;
  const pool = createPool(owner, { max: concurrency + 3, applicationName: 'loket24 worker', patienceMilliseconds });
  const presence = await announceWorkers(pool, { alone: options.alone, log: platform.log });
  const events: WorkerEvents = new EventEmitter();
  // Before run(): its pool, under whose id jobs are locked, is created while it starts.
  events.on('pool:create', ({ workerPool }) => presence.add(workerPool.id));
  const runner = await run({
    events,
    pgPool: pool,
    concurrency,
    pollInterval: pollMilliseconds,
    noHandleSignals: true,
    taskList: createTaskList(options),
    parsedCronItems: parseCronItems(cronItems(platform.region.id, modules)),
    logger: quietLogger(platform.log),
    preset: { worker: { gracefulShutdownAbortTimeout: 20_000 } },
  });
  return { stop: () => stop(runner, presence, pool) };
}

async function stop(runner: Runner, presence: WorkerPresence, pool: pg.Pool): Promise<void> {
  await runner.stop().catch(() => undefined);
  await presence.stop();
  await drained(pool);
  await pool.end().catch(() => undefined);
}

// The library notes a finished job without waiting for it; a pool that is ended forgets who still waits for a connection, and the note with it.
async function drained(pool: pg.Pool): Promise<void> {
  for (let turn = 0; pool.waitingCount > 0 && turn < 500; turn += 1) await setTimeout(10);
}

function createTaskList({ platform, modules, metrics }: WorkerOptions): TaskList {
  const tasks: TaskList = {};
  for (const module of modules) {
    for (const [name, handler] of Object.entries(module.jobs ?? {}) as [string, JobHandler<keyof Jobs>][]) {
      const task = `${platform.region.id}/${name}`;
      if (tasks[task]) throw new Error(`Two modules handle the job ${name}.`);
      tasks[task] = async (payload, { job }) => {
        const ctx = createContext(platform, { actor: { kind: 'system', name }, requestId: `job-${job.id}` });
        const startedAt = performance.now();
        let outcome = 'failed';
        try {
          // The payload was enqueued with this name's type.
          await handler(ctx, payload as Jobs[keyof Jobs]);
          outcome = 'done';
        } finally {
          metrics.time('job_duration_seconds', (performance.now() - startedAt) / 1000, { job: name, outcome });
        }
      };
    }
  }
  return tasks;
}

function cronItems(region: string, modules: readonly Module[]): Parameters<typeof parseCronItems>[0] {
  return modules
    .flatMap((module) => module.crons ?? [])
    .map(({ job, cron }) => ({
      task: `${region}/${String(job)}`,
      match: cron,
      identifier: `${region}/${String(job)}`,
      options: { backfillPeriod: 0, maxAttempts: 3 },
    }));
}

// Job errors are worth a line; the library's chatter about its own connections is not. Payloads stay out of the log.
function quietLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const error: unknown = meta?.error;
    if (level === 'error')
      log.error(
        { job: scope.taskIdentifier, jobId: scope.jobId, ...(error === undefined ? {} : { err: error }) },
        message,
      );
    else if (level === 'warning') log.warn({ job: scope.taskIdentifier }, message);
  });
}
