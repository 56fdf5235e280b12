// npm run check: every static check, seconds first; all of them run even when one fails.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const has = (...names) => names.some((name) => existsSync(join(root, name)));
const migrations = readdirSync(join(root, 'db', 'migrations')).map((name) => join('db', 'migrations', name));

const checks = [
  {
    name: 'biome',
    args: ['check', '--error-on-warnings', 'src', 'tests', 'bench', 'scripts'].filter(
      (path, at) => at < 2 || has(path),
    ),
  },
  { name: 'tsc', args: ['--noEmit', '-p', '.'] },
  {
    name: 'depcruise',
    args: ['src'],
    wanted: has('.dependency-cruiser.cjs', '.dependency-cruiser.js', '.dependency-cruiser.mjs'),
  },
  { name: 'knip', args: [], wanted: has('knip.json', 'knip.jsonc', 'knip.ts') },
  { name: 'squawk', args: migrations, wanted: has('.squawk.toml') },
];

const failed = [];
for (const { name, args, wanted = true } of checks) {
  if (!wanted) {
    console.log(`${name}: no configuration`);
    continue;
  }
  const { status } = spawnSync(join(root, 'node_modules', '.bin', name), args, { cwd: root, stdio: 'inherit' });
  console.log(`${name}: ${status === 0 ? 'fine' : 'FAILED'}`);
  if (status !== 0) failed.push(name);
}
process.exitCode = failed.length === 0 ? 0 : 1;
