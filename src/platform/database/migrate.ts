// Applies db/migrations in order, each in its own transaction, once, and notices when an applied file was edited.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations as migrateQueue } from 'graphile-worker';
import type pg from 'pg';
import { projectRoot } from '../root.ts';
import { startupError, systemCode } from '../startup-error.ts';
import { type Connection, createClient, createPool } from './connection.ts';

export const applicationRole = 'loket24_app';
const migrationFolder = join(projectRoot, 'db', 'migrations');
const lockNumber = 5_024_240_001; // any fixed number: two starts on one database migrate one after the other
const namePattern = /^\d{4}_[a-z0-9]+_[a-z0-9_]+\.sql$/;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface MigrateOptions {
  readonly folder?: string;
  /** Only these: to bring back the schema a backup was taken in. */
  readonly only?: readonly string[];
}

/** Brings the database to the newest schema; `connection` is the owner's. Returns the names of the migrations applied now. */
export async function migrate(connection: Connection, options: MigrateOptions = {}): Promise<string[]> {
  const all = await readMigrations(options.folder ?? migrationFolder);
  const migrations = all.filter(({ name }) => options.only?.includes(name) ?? true);
  const client = createClient(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    await ensureRole(client);
    await client.query(
      'create schema if not exists platform; create table if not exists platform.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const applied = await readApplied(client);
    const pending = migrations.filter((migration) => isPending(migration, applied));
    if (pending.length > 0) await migrateJobQueue(connection);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The migrations of this program; read once, so a newer checkout beside a running server does not make it look unready. */
export async function listMigrations(): Promise<string[]> {
  return (await readMigrations(migrationFolder)).map(({ name }) => name);
}

/** Those among `names` that this database does not have yet. */
export async function missingMigrations(client: pg.ClientBase | pg.Pool, names: readonly string[]): Promise<string[]> {
  const applied = await readApplied(client);
  return names.filter((name) => !applied.has(name));
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const seen = new Map<string, string>();
  for (const name of names) {
    if (!namePattern.test(name))
      throw startupError(`The migration ${name} is not named NNNN_<module>_<verb>_<what>.sql.`);
    const number = name.slice(0, 4);
    const twin = seen.get(number);
    if (twin !== undefined) throw startupError(`The migrations ${twin} and ${name} have the same number.`);
    seen.set(number, name);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readApplied(client: pg.ClientBase | pg.Pool): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function isPending(migration: Migration, applied: ReadonlyMap<string, string>): boolean {
  const checksum = applied.get(migration.name);
  if (checksum !== undefined && checksum !== migration.checksum) {
    throw startupError(
      `The migration ${migration.name} was changed after this database applied it. Restore the file and write a new migration.`,
    );
  }
  return checksum === undefined;
}

async function ensureRole(client: pg.Client): Promise<void> {
  const script = `do $$ begin
    if not exists (select from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole} nologin; end if;
    if not pg_has_role(current_user, '${applicationRole}', 'member') then execute format('grant ${applicationRole} to %I', current_user); end if;
  exception when duplicate_object or unique_violation then null; end $$`;
  await client.query(script).catch((error: unknown) => {
    if (systemCode(error) !== '42501') throw error;
    throw startupError(
      `The database login may not create the role ${applicationRole}. As administrator run: create role ${applicationRole} nologin; grant ${applicationRole} to <the login of DATABASE_URL>;`,
    );
  });
}

async function migrateJobQueue(connection: Connection): Promise<void> {
  const pool = createPool(connection, { max: 2, applicationName: 'loket24 migrate' });
  try {
    await migrateQueue({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  // CREATE INDEX CONCURRENTLY refuses a transaction, so such a file is applied statement by statement.
  const outside = /\bconcurrently\b/i.test(migration.sql);
  try {
    await client.query("set lock_timeout = '10s'");
    if (outside) {
      for (const statement of migration.sql.split(/;\s*$/m).filter((part) => part.trim() !== ''))
        await client.query(statement);
    } else {
      await client.query('begin');
      await client.query(migration.sql);
    }
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    if (!outside) await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw startupError(`The migration ${migration.name} failed: ${describe(error, migration.sql)}`, error);
  }
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = Number(Reflect.get(error, 'position'));
  const line = Number.isInteger(position) && position > 0 ? ` (line ${sql.slice(0, position).split('\n').length})` : '';
  return `${error.message}${line}.`;
}
