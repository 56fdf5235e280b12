import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssetManifest, buildAssets } from '../../src/ui/assets-build.mjs';
import { type ExampleName, examplePage, renderPage } from '../../src/ui/index.ts';
import { aFrame, noAssets } from './serve.ts';

const kB = 1024;
let folder: string;
let manifest: AssetManifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'losari-'));
  manifest = await buildAssets(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const packed = async (name: string) => gzipSync(await readFile(join(folder, name)), { level: 9 }).length;

describe('what a phone has to load (look.md 5.8)', () => {
  it('keeps the stylesheet within 12 kB', async () => {
    expect(await packed(manifest.css)).toBeLessThanOrEqual(12 * kB);
  });
  it('keeps the font within 14 kB', async () => {
    expect((await readFile(join(folder, manifest.font))).length).toBeLessThanOrEqual(14 * kB);
  });
  it('keeps each script within 12 kB', async () => {
    expect(await packed(manifest.script)).toBeLessThanOrEqual(12 * kB);
    expect(await packed(manifest.staffScript)).toBeLessThanOrEqual(12 * kB);
  });
  it.each(['beranda', 'layanan', 'formulir', 'lacak'] as const)(
    'keeps the page %s with its stylesheet within 30 kB',
    async (name: ExampleName) => {
      const html = gzipSync(renderPage(examplePage(aFrame(noAssets), name)), { level: 9 }).length;
      expect(html).toBeLessThanOrEqual(14 * kB);
      expect(html + (await packed(manifest.css))).toBeLessThanOrEqual(30 * kB);
    },
  );
});

describe('the build of assets', () => {
  it('names files by their content and finds the font again the second time', async () => {
    const started = performance.now();
    expect(await buildAssets(folder)).toEqual(manifest);
    expect(performance.now() - started).toBeLessThan(2000);
    expect((await readdir(folder)).filter((name) => name.endsWith('.woff2'))).toHaveLength(1);
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest);
  });
  it('makes the font again when an interrupted build left it empty', async () => {
    await writeFile(join(folder, manifest.font), '');
    await buildAssets(folder);
    expect((await readFile(join(folder, manifest.font))).length).toBeGreaterThan(5000);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
  it('prints a region’s own colours into the stylesheet', async () => {
    const themed = await buildAssets(folder, { theme: { deep: '#3B0D2E', action: '#6A1B4D', accent: '#F2C35B' } });
    expect(await readFile(join(folder, themed.css), 'utf8')).toContain('#3b0d2e');
    expect(themed.css).not.toBe(manifest.css);
  });
  it('refuses colours below WCAG AA', async () => {
    await expect(
      buildAssets(folder, { theme: { deep: '#06303F', action: '#8FC7D8', accent: '#F2C35B' } }),
    ).rejects.toThrow(/WCAG AA/);
  });
});
