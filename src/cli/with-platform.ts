// Commands use the database of the running server, or start it for as long as they run.
import { buildApp } from '../app.ts';
import type { PlatformCall } from '../platform/command.ts';
import type { Config } from '../platform/config.ts';
import { createContext } from '../platform/create-platform.ts';
import { migrate } from '../platform/database/migrate.ts';
import { type DatabaseServer, findDatabase, startDatabase } from '../platform/database/open-database.ts';
import { isDataFolderInUse, lockDataFolder } from '../platform/lifecycle/instance-lock.ts';
import { createLog } from '../platform/log.ts';
import type { Module } from '../platform/module.ts';
import { readRegion } from '../platform/region.ts';

export type PlatformPart = Pick<PlatformCall, 'ctx' | 'modules' | 'owner'>;

export async function withPlatform(
  config: Config,
  modules: readonly Module[],
  work: (part: PlatformPart) => Promise<number>,
): Promise<number> {
  const region = await readRegion(config.region);
  // stdout belongs to the command's answer.
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, {
    write: (line) => process.stderr.write(line),
  });
  return withDatabase(config, async ({ owner }) => {
    await migrate(owner);
    const app = await buildApp({ config, region, owner, log, modules });
    try {
      const ctx = createContext(app.platform, { actor: { kind: 'system', name: 'loket24' } });
      return await work({ ctx, modules, owner });
    } finally {
      await app.close();
    }
  });

  async function withDatabase(settings: Config, use: (database: DatabaseServer) => Promise<number>): Promise<number> {
    const serverRuns = settings.databaseUrl !== undefined || (await isDataFolderInUse(settings.dataDir, 'server'));
    const running = serverRuns ? await findDatabase(settings) : undefined;
    if (running !== undefined) return use(running);
    const lock = await lockDataFolder(settings.dataDir, 'command');
    try {
      const database = await startDatabase(settings, log);
      try {
        return await use(database);
      } finally {
        await database.stop();
      }
    } finally {
      await lock.release();
    }
  }
}
