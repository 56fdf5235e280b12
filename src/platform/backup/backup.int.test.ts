import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { takeBackup } from './backup.ts';
import { readManifest, restoreInto } from './restore.ts';

let source: TestApp;
let target: TestDatabase;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-backup-'));
  file = join(folder, 'cadangan.tar.gz');
  [source, target] = [await startTestApp({ loadRegion: true }), await createTestDatabase()];
  const { platform } = source;
  await platform.mailer.send({ to: 'a@b.c', subject: 'Dua\nbaris "kutip" \\ é 🙂', text: 'isi', attachments: [] });
  await platform.jobs.add(platform.db, 'backup.sample' as never, { deep: [1, { two: null }] } as never, { key: 'k' });
  await platform.files.put('uploads/ab/abcdef', Buffer.from([0, 255, 10, 13]));
  await mkdir(join(platform.config.dataDir, 'keys'), { recursive: true });
  await writeFile(join(platform.config.dataDir, 'keys', 'test-signer.pem'), 'kunci penanda tangan');
  await takeBackup({
    owner: source.database.owner,
    dataDir: platform.config.dataDir,
    target: file,
    now: source.clock.now(),
  });
}, 60_000);
afterAll(async () => {
  await source.close();
  await target.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Name and fingerprint of every table that has rows. */
async function fingerprints(database: TestDatabase): Promise<Record<string, unknown>> {
  const tables = await database.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration', 'migrations') order by 1",
  );
  const result: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await database.query(
      `select count(*) as rows, md5(string_agg(t::text, '|' order by t::text)) as md5 from ${String(name)} t`,
    );
    if (row?.rows !== 0) result[String(name)] = row;
  }
  return result;
}

describe('a backup', () => {
  it('restored elsewhere has every row, every file and the key', async () => {
    const dataDir = join(folder, 'baru');
    await restoreInto({ owner: target.owner, dataDir, source: file }, await readManifest(file));
    const before = await fingerprints(source.database);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['platform.stored_mail', 'graphile_worker._private_jobs', 'organisation.unit']),
    );
    expect(await fingerprints(target)).toEqual(before);
    expect(await readFile(join(dataDir, 'files', 'uploads', 'ab', 'ab', 'abcdef'))).toEqual(
      Buffer.from([0, 255, 10, 13]),
    );
    expect(await readFile(join(dataDir, 'keys', 'test-signer.pem'), 'utf8')).toBe('kunci penanda tangan');
    expect(await readFile(join(dataDir, 'secret.key'))).toEqual(
      await readFile(join(source.platform.config.dataDir, 'secret.key')),
    );
  });

  it('lets new rows in after it was restored: counters go on where they stood', async () => {
    const { db } = target.open();
    await source.platform.jobs.add(db, 'backup.sample' as never, {} as never);
    expect(await target.query('select 1 from graphile_worker._private_jobs')).toHaveLength(2);
  });

  it('that is cut off, changed or something else is refused before anything is written', async () => {
    const whole = await readFile(file);
    const broken = join(folder, 'rusak.tar.gz');
    for (const size of [0, 100, whole.length - 200]) {
      await writeFile(broken, whole);
      await truncate(broken, size);
      await expect(readManifest(broken)).rejects.toThrow('is not a whole backup');
    }
    const changed = Buffer.from(whole);
    changed[whole.length >> 1] = (changed[whole.length >> 1] ?? 0) ^ 0xff;
    await writeFile(broken, changed);
    await expect(readManifest(broken)).rejects.toThrow('is not a whole backup');
    await writeFile(broken, 'halo');
    await expect(readManifest(broken)).rejects.toThrow('is not a whole backup');
    await expect(readManifest(join(folder, 'tidak-ada'))).rejects.toThrow('is not a whole backup');
  });
});
