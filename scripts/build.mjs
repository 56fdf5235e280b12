// Bundles the entry points into dist/. Run by hand (`npm run build`) or by scripts/run.mjs when sources changed.
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const entries = {
  main: 'src/main.ts',
  'main-web': 'src/main-web.ts',
  'main-worker': 'src/main-worker.ts',
  cli: 'src/cli/main.ts',
  'letter-worker': 'src/platform/pdf/letter-worker.ts', // forked by platform/pdf/letter-printer.ts
};

// Written aside and renamed: a CLI command may rebuild while a server is importing the same file.
async function writeAtomically(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, path);
}

async function buildAssets() {
  const script = join(root, 'src/ui/assets-build.mjs');
  if (!existsSync(script)) return;
  const assets = await import(pathToFileURL(script).href);
  await assets.buildAssets(join(dist, 'assets'));
}

async function bundle(files) {
  const present = Object.entries(files).filter(([, file]) => existsSync(join(root, file)));
  if (present.length === 0) return;
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    write: false,
    logLevel: 'warning',
  });
  for (const file of result.outputFiles) await writeAtomically(file.path, file.contents);
}

export async function buildAll() {
  await Promise.all([bundle(entries), buildAssets()]);
  // The server must start also while somebody is working on the measurements.
  await bundle({ bench: 'bench/main.ts' }).catch(() => console.error('bench/ does not build; everything else does.'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
