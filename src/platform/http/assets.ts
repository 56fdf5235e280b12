// The hashed files of the design system: read once, kept with their compressed forms, cached by browsers for a year.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { PageFrame } from '../../ui/frame.ts';
import { chooseEncoding, compress, type Encoding, isCompressible } from './compress.ts';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}
export interface Assets {
  readonly urls: PageFrame['assets'];
  find(name: string): Asset | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const Manifest = z.looseObject({
  css: z.string(),
  script: z.string(),
  font: z.string(),
  staffCss: z.string().optional(),
  staffScript: z.string().optional(),
  visitWorker: z.string().optional(),
  counterScript: z.string().optional(),
  crewScript: z.string().optional(),
  mapScript: z.string().optional(),
  reportScript: z.string().optional(),
  placeScript: z.string().optional(),
  mapCss: z.string().optional(),
  mark: z.string().optional(),
});

/** Loads what the asset build wrote; without a build pages still work, unstyled. */
export async function loadAssets(folder: string): Promise<Assets> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
  if (manifest === undefined) {
    const none = { css: '/aset/none.css', script: '/aset/none.js', font: '/aset/none.woff2' };
    return { urls: none, find: () => undefined };
  }
  const names = Manifest.parse(JSON.parse(manifest));
  const files = new Map<string, Asset>();
  for (const name of await readdir(folder)) {
    const type = types[extname(name)];
    if (type !== undefined) files.set(name, { type, bytes: await readFile(join(folder, name)), compressed: new Map() });
  }
  const url = (name: string) => `/aset/${name}`;
  const optional = (name: string | undefined) => (name === undefined ? undefined : url(name));
  const urls = {
    css: url(names.css),
    script: url(names.script),
    font: url(names.font),
    staffCss: optional(names.staffCss),
    staffScript: optional(names.staffScript),
    visitWorker: optional(names.visitWorker),
    counterScript: optional(names.counterScript),
    crewScript: optional(names.crewScript),
    mapScript: optional(names.mapScript),
    reportScript: optional(names.reportScript),
    placeScript: optional(names.placeScript),
    mapCss: optional(names.mapCss),
    mark: optional(names.mark),
  };
  return { urls, find: (name) => files.get(name) };
}

/** The asset in the best form this browser takes. */
export async function encodeAsset(
  asset: Asset,
  acceptEncoding: string | undefined,
): Promise<{ bytes: Buffer; encoding: Encoding | undefined }> {
  const encoding = isCompressible(asset.type) ? chooseEncoding(acceptEncoding) : undefined;
  if (encoding === undefined) return { bytes: asset.bytes, encoding };
  let compressed = asset.compressed.get(encoding);
  if (compressed === undefined) {
    compressed = compress(asset.bytes, encoding, 'forever');
    asset.compressed.set(encoding, compressed);
  }
  return { bytes: await compressed, encoding };
}
