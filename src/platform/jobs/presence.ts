// Jobs that a killed process had in hand stay locked for hours unless somebody knows it is dead. Each worker therefore holds
// an advisory lock as long as its connection lives; a job locked by a worker without one is set free.
import type pg from 'pg';
import type { Log } from '../log.ts';

export interface WorkerPresence {
  add(workerId: string): void;
  stop(): Promise<void>;
}

const lockClass = 50_242_401;
const checkMilliseconds = 60_000;
// Advisory locks count, so one that is held already is not taken again.
const takeLockOnce = `select pg_try_advisory_lock($1, hashtext($2)) where not exists (
  select from pg_locks where pid = pg_backend_pid() and locktype = 'advisory' and classid = $1::int::oid and objid = hashtext($2)::oid)`;

export async function announceWorkers(pool: pg.Pool, options: { alone: boolean; log: Log }): Promise<WorkerPresence> {
  const workers = new Set<string>();
  let holder: pg.PoolClient | undefined;
  const refresh = async () => {
    holder ??= await connect();
    for (const id of workers) await holder.query(takeLockOnce, [lockClass, id]);
    await freeJobsOfTheDead(holder, '30 seconds');
  };
  const giveBack = () => {
    const client = holder;
    holder = undefined;
    client?.release(true);
  };
  const connect = async () => {
    const client = await pool.connect();
    // A dying connection may say so more than once (a message of the server, then the broken socket), and stopping gives the
    // client back as well: only the first of them may.
    client.on('error', () => {
      if (holder === client) giveBack();
    });
    return client;
  };
  const attempt = () =>
    refresh().catch((error: unknown) => {
      giveBack(); // the next attempt connects anew
      options.log.warn({ err: error }, 'workers could not be announced');
    });
  holder = await connect();
  await freeJobsOfTheDead(holder, options.alone ? '0 seconds' : '30 seconds');
  const timer = setInterval(() => void attempt(), checkMilliseconds);
  timer.unref();
  return {
    add(workerId) {
      workers.add(workerId);
      void attempt();
    },
    async stop() {
      clearInterval(timer);
      giveBack();
    },
  };
}

async function freeJobsOfTheDead(client: pg.PoolClient, grace: string): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker._private_jobs job
     where locked_at < now() - $1::interval and not exists (
       select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
         and classid = $2::int::oid and objid = hashtext(job.locked_by)::oid)
     having count(*) > 0`,
    [grace, lockClass],
  );
}
