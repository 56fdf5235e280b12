// From the settings to a reachable, migrated database and the application's own pool.
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Config } from '../config.ts';
import type { Db } from '../context.ts';
import type { Log } from '../log.ts';
import { startupError, systemCode } from '../startup-error.ts';
import { type Connection, createClient, createPool, parseConnection } from './connection.ts';
import { type EmbeddedOptions, findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { createDb } from './kysely.ts';
import { applicationRole } from './migrate.ts';

export interface DatabaseServer {
  /** The owner's connection to the platform's database: migrations and the job worker use it, nothing else. */
  readonly owner: Connection;
  stop(): Promise<void>;
}
export interface AppDatabase {
  readonly pool: pg.Pool;
  readonly db: Db;
  close(): Promise<void>;
}

const databaseName = 'loket24';

/** Starts the embedded PostgreSQL of DATA_DIR, or checks the one of DATABASE_URL. */
export async function startDatabase(config: Config, log: Log): Promise<DatabaseServer> {
  if (config.databaseUrl !== undefined) return useExternal(parseConnection(config.databaseUrl));
  const embedded = await keepRunning({ folder: config.dataDir, maxConnections: config.databasePoolSize + 44 }, log);
  const owner = { ...embedded.connection, database: databaseName };
  await createDatabaseOnce(embedded.connection);
  return { owner, stop: embedded.stop };
}

// A database that ends by itself (killed, disk full) is started again at the same address; until then pages answer 503.
async function keepRunning(
  options: EmbeddedOptions,
  log: Log,
): Promise<{ connection: Connection; stop(): Promise<void> }> {
  let stopping = false;
  let current = await startEmbeddedPostgres(options);
  const watch = () => current.onUnexpectedExit(() => void restart());
  const restart = async () => {
    for (let pause = 250; !stopping; pause = Math.min(pause * 2, 10_000)) {
      log.error('the database ended unexpectedly and is started again');
      await wait(pause);
      try {
        current = await startEmbeddedPostgres(options);
        watch();
        if (stopping) await current.stop();
        return;
      } catch (error) {
        log.error({ err: error }, 'the database could not be started');
      }
    }
  };
  watch();
  return {
    connection: current.connection,
    async stop() {
      stopping = true;
      await current.stop();
    },
  };
}

/** The database another process already runs for this DATA_DIR, if there is one. */
export async function findDatabase(config: Config): Promise<DatabaseServer | undefined> {
  if (config.databaseUrl !== undefined) return useExternal(parseConnection(config.databaseUrl));
  const running = await findRunningPostgres(config.dataDir);
  if (running === undefined) return undefined;
  return { owner: { ...running, database: databaseName }, stop: () => Promise.resolve() };
}

/** The application's pool: role and region are startup settings of every connection, so row-level security holds from the first query. */
export function openAppDatabase(connection: Connection, options: { region: string; max: number }): AppDatabase {
  const pool = createPool(connection, {
    max: options.max,
    applicationName: 'loket24',
    settings: {
      role: applicationRole,
      'loket.region': options.region,
      statement_timeout: '30s',
      idle_in_transaction_session_timeout: '60s',
      max_parallel_workers_per_gather: '0', // starting helpers takes longer than any of our queries may
    },
  });
  const db = createDb(pool);
  return { pool, db, close: () => db.destroy() };
}

async function createDatabaseOnce(connection: Connection): Promise<void> {
  const client = createClient(connection);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

async function useExternal(owner: Connection): Promise<DatabaseServer> {
  const client = createClient(owner);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as version",
    );
    const [row] = rows;
    if (row && Number(row.number) < 150_000) {
      throw startupError(`The PostgreSQL of DATABASE_URL is version ${row.version}; Loket24 needs 15 or newer.`);
    }
  } catch (error) {
    throw connectError(owner, error);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { owner, stop: () => Promise.resolve() };
}

function connectError(owner: Connection, error: unknown): unknown {
  const place = owner.host.startsWith('/') ? owner.host : `${owner.host}:${owner.port}`;
  const sentences: Readonly<Record<string, string>> = {
    ECONNREFUSED: `No PostgreSQL answers at ${place}. Start it or correct DATABASE_URL.`,
    ENOENT: `No PostgreSQL answers at ${place}. Start it or correct DATABASE_URL.`,
    ENOTFOUND: `The host ${owner.host} of DATABASE_URL is not known.`,
    EAI_AGAIN: `The host ${owner.host} of DATABASE_URL is not known.`,
    ETIMEDOUT: `The PostgreSQL at ${place} does not answer in time. Check the network and DATABASE_URL.`,
    '28P01': `The PostgreSQL at ${place} refuses the password of user ${owner.user}. Correct DATABASE_URL.`,
    '28000': `The PostgreSQL at ${place} refuses user ${owner.user}. Correct DATABASE_URL or its pg_hba.conf.`,
    '3D000': `The database ${owner.database} does not exist at ${place}. Create it or correct DATABASE_URL.`,
    '57P03': `The PostgreSQL at ${place} is still starting. Try again in a moment.`,
    '53300': `The PostgreSQL at ${place} has no free connection. Raise max_connections or stop another program.`,
  };
  const sentence = sentences[systemCode(error) ?? ''];
  return sentence === undefined ? error : startupError(sentence, error);
}
