// `restore`: a backup into an empty installation. The whole file is checked before anything is written.
import { createReadStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { z } from 'zod';
import { type Connection, createClient } from '../database/connection.ts';
import { listMigrations } from '../database/migrate.ts';
import { startupError } from '../startup-error.ts';
import type { Manifest } from './backup.ts';
import { insertRows, listTables, suspendChecks, type Table } from './tables.ts';
import { readTar, type TarEntry } from './tar.ts';

export interface RestoreOptions {
  readonly owner: Connection;
  readonly dataDir: string;
  readonly source: string;
}
const ManifestFile: z.ZodType<Manifest> = z.object({
  format: z.literal('loket24-backup-1'),
  takenAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.record(z.string(), z.number()),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  files: z.number(),
});

/** Reads the backup to its end without writing anything; throws one sentence when it is not whole or not ours. */
export async function readManifest(source: string): Promise<Manifest> {
  let manifest: unknown;
  let files = 0;
  try {
    for await (const { name, body } of openBackup(source)) {
      if (name === 'manifest.json') manifest = JSON.parse(body.toString('utf8'));
      else if (!name.startsWith('database/')) files += 1;
    }
  } catch (error) {
    throw startupError(`The file ${source} is not a whole backup of Loket24. Use another one.`, error);
  }
  const parsed = ManifestFile.safeParse(manifest);
  if (!parsed.success || parsed.data.files !== files)
    throw startupError(`The file ${source} is not a whole backup of Loket24. Use another one.`);
  const known = new Set(await listMigrations());
  const newer = parsed.data.migrations.filter((name) => !known.has(name));
  if (newer.length > 0)
    throw startupError(`The backup was taken by a newer program (${newer.at(-1)}). Update Loket24 first.`);
  return parsed.data;
}

/** Fills the new database, whose schema must be the backup's, and the data folder. One transaction: all rows or none. */
export async function restoreInto(options: RestoreOptions, manifest: Manifest): Promise<void> {
  const client = createClient(options.owner);
  await client.connect();
  try {
    await suspendChecks(client);
    await client.query('begin');
    const tables = new Map((await listTables(client)).map((table) => [table.name.replaceAll('"', ''), table]));
    // Rows that migrations write themselves are in the backup as well.
    await client.query(`truncate ${[...tables.values()].map(({ name }) => name).join(', ')} cascade`);
    const restored = await restoreEntries(client, options, tables);
    for (const { name, value } of manifest.sequences)
      await client.query('select setval($1::regclass, $2::bigint)', [name, value]);
    requireSame(manifest, restored);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function restoreEntries(
  client: pg.Client,
  options: RestoreOptions,
  tables: ReadonlyMap<string, Table>,
): Promise<Map<string, number>> {
  const restored = new Map<string, number>();
  for await (const { name, body } of openBackup(options.source)) {
    const table = /^database\/(.+)\/\d+\.json$/.exec(name)?.[1];
    if (table === undefined) {
      if (name !== 'manifest.json') await restoreFile(options.dataDir, { name, body });
      continue;
    }
    const target = tables.get(table);
    if (target === undefined)
      throw startupError(`The backup has rows of ${table}, which this program does not know. Update Loket24 first.`);
    const json = body.toString('utf8');
    await insertRows(client, target, json);
    restored.set(target.name, (restored.get(target.name) ?? 0) + (JSON.parse(json) as unknown[]).length);
  }
  return restored;
}

// Names come from a file somebody may have made: only the keys and what lies below files/ is ever written.
async function restoreFile(dataDir: string, { name, body }: TarEntry): Promise<void> {
  const allowed =
    name === 'secret.key' || (/^(files|keys)\/[A-Za-z0-9._/-]+$/.test(name) && !name.split('/').includes('..'));
  if (!allowed)
    throw startupError(`The backup holds a file with the strange name ${JSON.stringify(name)} and is refused.`);
  const path = join(dataDir, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, body, { mode: 0o600, flush: true });
}

/** Throws when this database was ever used: a restore must not mix two installations. */
export async function requireUnused(owner: Connection): Promise<void> {
  const client = createClient(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ used: boolean }>(
      "select to_regclass('platform.migration') is not null as used",
    );
    if (rows[0]?.used)
      throw startupError(
        'The database already holds an installation. Restore into an empty DATA_DIR or an empty database.',
      );
  } finally {
    await client.end();
  }
}

function requireSame(manifest: Manifest, restored: ReadonlyMap<string, number>): void {
  const different = Object.entries(manifest.tables).find(([name, rows]) => (restored.get(name) ?? 0) !== rows);
  if (different)
    throw startupError(
      `The backup should hold ${different[1]} rows of ${different[0]} but does not. Nothing was restored.`,
    );
}

function openBackup(source: string): AsyncGenerator<TarEntry> {
  const file = createReadStream(source);
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return readTar(file.pipe(unpacked));
}

/** Whether this folder holds an installation already. */
export async function holdsInstallation(dataDir: string): Promise<boolean> {
  const files = await Promise.all(
    ['secret.key', 'postgres/PG_VERSION'].map((name) => readFile(join(dataDir, name)).catch(() => undefined)),
  );
  return files.some((file) => file !== undefined);
}
