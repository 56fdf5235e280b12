// `backup`: database and files in one .tar.gz, taken while the server runs.
import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { type Connection, createClient } from '../database/connection.ts';
import { startupError, systemCode } from '../startup-error.ts';
import { listSequences, listTables, readRows, type Sequence, seeAllRows } from './tables.ts';
import { tarEnd, tarEntry } from './tar.ts';

export interface Manifest {
  readonly format: 'loket24-backup-1';
  readonly takenAt: string;
  readonly migrations: readonly string[];
  readonly tables: Readonly<Record<string, number>>; // rows
  readonly sequences: readonly Sequence[];
  readonly files: number;
}
export interface BackupOptions {
  readonly owner: Connection;
  readonly dataDir: string;
  readonly target: string;
  readonly now: Date;
}

/** Writes the backup; the file is whole or not there. */
export async function takeBackup(options: BackupOptions): Promise<Manifest> {
  const client = createClient(options.owner);
  await client.connect();
  const draft = `${options.target}.part`;
  const taken: { manifest?: Manifest } = {};
  try {
    await seeAllRows(client);
    // One snapshot for all tables: what is committed later is not in the backup, not even in part.
    await client.query('begin isolation level repeatable read read only');
    await pipeline(
      Readable.from(entries(client, options, taken)),
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await client.query('commit');
    await rename(draft, options.target);
  } catch (error) {
    await rm(draft, { force: true });
    if (systemCode(error) !== '42501') throw error;
    throw startupError(
      'The database login may not read past row-level security, so the backup would be incomplete. Use pg_dump as the database administrator.',
      error,
    );
  } finally {
    await client.end();
  }
  if (taken.manifest === undefined) throw startupError('The backup was not finished.');
  return taken.manifest;
}

async function* entries(
  client: pg.Client,
  options: BackupOptions,
  taken: { manifest?: Manifest },
): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ name: string }>('select name from platform.migration order by name');
  const counts: Record<string, number> = {};
  for (const table of await listTables(client)) {
    counts[table.name] = 0;
    let piece = 0;
    for await (const { json, rows: count } of readRows(client, table)) {
      piece += 1;
      counts[table.name] = (counts[table.name] ?? 0) + count;
      yield tarEntry(
        `database/${table.name.replaceAll('"', '')}/${String(piece).padStart(6, '0')}.json`,
        Buffer.from(json),
      );
    }
  }
  // Files are named by their content and never change, so those of the snapshot are all there by now.
  let files = 0;
  for (const path of await storedFiles(options.dataDir)) {
    const body = await readFile(join(options.dataDir, path)).catch(() => undefined);
    if (body === undefined) continue;
    files += 1;
    yield tarEntry(path, body);
  }
  const sequences = await listSequences(client);
  taken.manifest = {
    format: 'loket24-backup-1',
    takenAt: options.now.toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: counts,
    sequences,
    files,
  };
  // Last on purpose: a backup without it was cut off.
  yield tarEntry('manifest.json', Buffer.from(JSON.stringify(taken.manifest, null, 2)));
  yield tarEnd;
}

async function storedFiles(dataDir: string): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  // Without the signer's key the letters signed so far could no longer be told from forgeries.
  const found = await Promise.all(
    ['files', 'keys'].map((folder) => readdir(join(dataDir, folder), options).catch(() => [])),
  );
  const files = found
    .flat()
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)));
  return ['secret.key', ...files.sort()];
}
