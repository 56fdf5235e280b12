// Nudges between processes: "something of this name has changed, look again". A nudge carries no content, may come twice,
// and may be missed while the database is away; whoever listens therefore looks again after every reconnection.
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../context.ts';

export interface Signals {
  /** Heard by every process once the caller's transaction is committed. */
  notify(db: Db, name: string): Promise<void>;
  /** @returns the way to stop listening. */
  listen(name: string, hear: () => void): () => void;
  close(): void;
}

const channel = 'loket24';
const firstRetryMilliseconds = 500;
const longestRetryMilliseconds = 15_000;

/** One connection per process listens, and only while somebody wants to hear. */
export function createSignals(pool: Pick<pg.Pool, 'connect'>, region: string): Signals {
  const ears = new Map<string, Set<() => void>>();
  let client: pg.PoolClient | undefined;
  let connecting = false;
  let closed = false;
  let wait = firstRetryMilliseconds;

  const tell = (name: string): void => {
    for (const hear of ears.get(name) ?? []) hear();
  };
  const lose = (lost: pg.PoolClient): void => {
    if (client !== lost) return;
    client = undefined;
    lost.release(true);
    retry();
  };
  const retry = (): void => {
    if (closed || ears.size === 0) return;
    const timer = setTimeout(() => void connect(), wait);
    timer.unref();
    wait = Math.min(wait * 2, longestRetryMilliseconds);
  };
  const connect = async (): Promise<void> => {
    if (client || connecting || closed) return;
    connecting = true;
    try {
      const fresh = await pool.connect();
      fresh.on('notification', ({ payload = '' }) => {
        const [from = '', ...name] = payload.split(' ');
        if (from === region) tell(name.join(' '));
      });
      fresh.on('error', () => lose(fresh));
      fresh.on('end', () => lose(fresh));
      client = fresh;
      await fresh.query(`listen ${channel}`);
      wait = firstRetryMilliseconds;
      if (closed) hangUp();
      for (const name of ears.keys()) tell(name); // what was said meanwhile was not heard
    } catch {
      if (client) lose(client);
      else retry();
    } finally {
      connecting = false;
    }
  };
  const hangUp = (): void => {
    const held = client;
    client = undefined;
    held?.release(true);
  };

  return {
    notify: async (db, name) => void (await sql`select pg_notify(${channel}, ${`${region} ${name}`})`.execute(db)),
    listen(name, hear) {
      const set = ears.get(name) ?? new Set();
      ears.set(name, set.add(hear));
      void connect();
      return () => {
        set.delete(hear);
        if (set.size === 0 && ears.get(name) === set) ears.delete(name);
        if (ears.size === 0 && !connecting) hangUp();
      };
    },
    close() {
      closed = true;
      hangUp();
    },
  };
}

/** Where no pool is at hand (parts of the platform on their own): says and hears nothing. */
export const silentSignals: Signals = {
  notify: async () => undefined,
  listen: () => () => undefined,
  close: () => undefined,
};
