import { resolve } from 'node:path';
import { defineCommand, type PlatformCall } from '../../platform/command.ts';
import { openAppDatabase } from '../../platform/database/open-database.ts';
import { readRegionFolder } from '../../platform/region.ts';
import { loadRegion } from '../../platform/region-load.ts';
import { startupError } from '../../platform/startup-error.ts';

export const regionLoad = defineCommand({
  name: 'region load',
  usage: '<dir> [--force]',
  summary: 'load the content of a region folder',
  needs: 'platform',
  run: load,
});

async function load({ args, ctx, owner, modules, stdout }: PlatformCall): Promise<number> {
  const dir = args.find((arg) => !arg.startsWith('--'));
  const overwrite = args.includes('--force'); // also over versions published at the desk
  if (dir === undefined) throw startupError('Name the folder of the region: region load regions/parepare.');
  const region = await readRegionFolder(resolve(dir));
  // Row-level security is set per connection, so another region needs its own.
  const database = openAppDatabase(owner, { region: region.id, max: 2 });
  try {
    await loadRegion({ ...ctx, region, db: database.db }, modules, { force: true, overwrite });
  } finally {
    await database.close();
  }
  stdout.write(`${region.name} is loaded.\n`);
  return 0;
}
