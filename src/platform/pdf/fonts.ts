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
  return Promise.all(
    faces.map((face) =>
      unpack(packages.resolve(`@fontsource/plus-jakarta-sans/files/${face}.woff2`), join(fontsDir, `${face}.ttf`)),
    ),
  );
}

async function unpack(woff2: string, ttf: string): Promise<string> {
  if (existsSync(ttf)) return ttf;
  const temporary = `${ttf}.${process.pid}.tmp`;
  await writeFile(temporary, await decompress(await readFile(woff2)));
  await rename(temporary, ttf); // never a half-written font, even when two processes start together
  return ttf;
}
