import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/platform/root.ts';

/** Builds dist/assets when the design system changed since, so pages under test look as they will. */
export async function buildAssetsWhenStale(): Promise<void> {
  const source = join(projectRoot, 'src', 'ui');
  const script = join(source, 'assets-build.mjs');
  const manifest = join(projectRoot, 'dist', 'assets', 'manifest.json');
  const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (
    !existsSync(script) ||
    builtAt > newestOf([source, join(projectRoot, 'src', 'forms'), join(projectRoot, 'src', 'definition')])
  )
    return;
  const { buildAssets } = (await import(pathToFileURL(script).href)) as {
    buildAssets(outDir: string): Promise<unknown>;
  };
  await buildAssets(join(projectRoot, 'dist', 'assets'));
}

function newestOf(folders: readonly string[]): number {
  return Math.max(...folders.map(newest));
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs));
}
