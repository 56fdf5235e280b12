import { resolve } from 'node:path';
import { takeBackup } from '../../platform/backup/backup.ts';
import { holdsInstallation, readManifest, requireUnused, restoreInto } from '../../platform/backup/restore.ts';
import { type CommandCall, defineCommand, type PlatformCall } from '../../platform/command.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { startDatabase } from '../../platform/database/open-database.ts';
import { lockDataFolder } from '../../platform/lifecycle/instance-lock.ts';
import { createLog } from '../../platform/log.ts';
import { startupError } from '../../platform/startup-error.ts';

export const backup = defineCommand({
  name: 'backup',
  usage: '<file.tar.gz>',
  summary: 'database, files and key in one file; the server may run',
  needs: 'platform',
  run: runBackup,
});

export const restore = defineCommand({
  name: 'restore',
  usage: '<file.tar.gz>',
  summary: 'a backup into an empty DATA_DIR',
  needs: 'nothing',
  run: runRestore,
});

async function runBackup({ args, ctx, owner, stdout }: PlatformCall): Promise<number> {
  const [file] = args;
  if (file === undefined) throw startupError('Name the file to write: backup <file.tar.gz>.');
  const { tables, files } = await takeBackup({
    owner,
    dataDir: ctx.config.dataDir,
    target: resolve(file),
    now: ctx.clock.now(),
  });
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  stdout.write(
    `${rows} rows and ${files} files are in ${resolve(file)}. It holds personal data and the key: keep it locked away.\n`,
  );
  return 0;
}

async function runRestore({ args, config, stdout }: CommandCall): Promise<number> {
  const [file] = args;
  if (file === undefined) throw startupError('Name the backup: restore <file.tar.gz>.');
  if (await holdsInstallation(config.dataDir))
    throw startupError(`${config.dataDir} already holds an installation. Restore into an empty DATA_DIR.`);
  const source = resolve(file);
  const manifest = await readManifest(source);
  const lock = await lockDataFolder(config.dataDir, 'command');
  try {
    const database = await startDatabase(config, createLog('silent'));
    try {
      await requireUnused(database.owner);
      // First the schema the rows were written in, then what came after it.
      await migrate(database.owner, { only: manifest.migrations });
      await restoreInto({ owner: database.owner, dataDir: config.dataDir, source }, manifest);
      await migrate(database.owner);
    } finally {
      await database.stop();
    }
  } finally {
    await lock.release();
  }
  stdout.write(`The backup of ${manifest.takenAt} is restored into ${config.dataDir}.\n`);
  return 0;
}
