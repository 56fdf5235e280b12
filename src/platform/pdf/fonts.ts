// Typst reads TTF only and Fontsource ships WOFF2, so the faces are unpacked once into a folder.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { decompress } from 'wawoff2';

const faces = [400, 600, 700].map((weight) => `plus-jakarta-sans-latin-${weight}-normal`);
const packages = createRequire(import.meta.url);

/** Puts Plus Jakarta Sans 400, 600 and 700 as TTF files into `fontsDir`, once; returns the files' paths. */
export async function prepareFonts(fontsDir: string): Promise<string[]> {
  await mkdir(fontsDir, { recursive: true });
  const paths: string[] = [];
  // One after the other: wawoff2 answers with a view of memory that its next call overwrites.
  for (const face of faces) {
    const woff2 = packages.resolve(`@fontsource/plus-jakarta-sans/files/${face}.woff2`);
    paths.push(await unpack(woff2, join(fontsDir, `${face}.ttf`)));
  }
  return paths;
}

async function unpack(woff2: string, ttf: string): Promise<string> {
  if (existsSync(ttf)) return ttf;
  const temporary = `${ttf}.${process.pid}.tmp`;
  const bytes = Uint8Array.from(await decompress(await readFile(woff2)));
  await writeFile(temporary, bytes);
  await rename(temporary, ttf); // never a half-written font, even when two processes start together
  return ttf;
}
