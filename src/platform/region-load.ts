// Loads regions/<id> into the database, once per content.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Platform } from './context.ts';
import { createContext } from './create-platform.ts';
import { inTransaction } from './database/transaction.ts';
import type { Module } from './module.ts';
import { projectRoot } from './root.ts';

/** Lets every module load its part, in one transaction. Returns false when this content was loaded before. */
export async function loadRegion(
  platform: Platform,
  modules: readonly Module[],
  options: { force: boolean; overwrite?: boolean },
): Promise<boolean> {
  const { dir, id } = platform.region;
  const contentHash = await hashContent([dir, join(dirname(dir), 'indonesia')], modules);
  if (!options.force && (await loadedHash(platform)) === contentHash) return false;
  const system = createContext(platform, { actor: { kind: 'system', name: 'region-load' } });
  await inTransaction(system, async (ctx) => {
    for (const module of modules) await module.loadRegion?.(ctx, dir, { overwrite: options.overwrite ?? false });
    const loadedAt = ctx.clock.now();
    await ctx.db
      .insertInto('platform.regionLoad')
      .values({ regionId: id, contentHash, loadedAt })
      .onConflict((conflict) => conflict.column('regionId').doUpdateSet({ contentHash, loadedAt }))
      .execute();
  });
  return true;
}

/** Whether this region's content was ever loaded. */
export async function isRegionLoaded(platform: Platform): Promise<boolean> {
  return (await loadedHash(platform)) !== undefined;
}

async function loadedHash(platform: Platform): Promise<string | undefined> {
  const row = await platform.db.selectFrom('platform.regionLoad').select('contentHash').executeTakeFirst();
  return row?.contentHash;
}

// The program's own bundle is part of it: a new loader reads the same files differently.
async function hashContent(folders: readonly string[], modules: readonly Module[]): Promise<string> {
  const hash = createHash('sha256');
  hash.update(modules.map(({ name }) => name).join(' '));
  if (import.meta.url.endsWith('.js')) hash.update(await readFile(join(projectRoot, 'dist', 'main.js')));
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort())
      hash
        .update(file.slice(folder.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
  }
  return hash.digest('hex');
}
