// node scripts/run.mjs <entry> [args]: rebuilds when a source is newer than the last build, then runs the bundle in
// this very process, so a SIGTERM sent to it reaches the server.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');
const watched = ['src', 'bench', 'scripts', 'package.json', 'package-lock.json'];

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

async function rebuildWhenStale() {
  const builtAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sourcesAt = Math.max(...watched.map((name) => newest(join(root, name))));
  if (builtAt > sourcesAt) return;
  // The time is taken before building: a file saved during the build makes the next run build again.
  const startedAt = new Date();
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  // Its service process would stay beside the server with 180 MB of memory.
  const { stop } = await import('esbuild');
  await stop();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, '');
  const { utimes } = await import('node:fs/promises');
  await utimes(stamp, startedAt, startedAt);
}

const [entry, ...args] = process.argv.slice(2);
process.setSourceMapsEnabled(true);
try {
  await rebuildWhenStale();
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
const bundle = join(root, 'dist', `${entry}.js`);
if (!entry || !existsSync(bundle)) {
  console.error(
    `There is no entry point "${entry ?? ''}". Use: node scripts/run.mjs main|main-web|main-worker|cli|bench`,
  );
  process.exit(1);
}
process.argv = [process.argv[0], bundle, ...args];
await import(pathToFileURL(bundle).href);
