import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../../src/platform/root.ts';

export interface SourceFile {
  readonly path: string; // from the project's root
  readonly text: string;
}

/** Every file under these folders whose name ends in one of `extensions`. */
export async function readFiles(folders: readonly string[], extensions: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(folders.map((folder) => listFiles(join(projectRoot, folder))));
  const wanted = found.flat().filter((path) => extensions.some((extension) => path.endsWith(extension)));
  return Promise.all(
    wanted.sort().map(async (path) => ({ path: relative(projectRoot, path), text: await readFile(path, 'utf8') })),
  );
}

export const codeFolders = ['src', 'tests', 'bench', 'scripts'];
export const codeExtensions = ['.ts', '.tsx', '.mjs', '.css'];

/** The code a running system consists of, without tests and what only tests use. */
export function isProduct({ path }: SourceFile): boolean {
  return path.startsWith('src/') && !/[.](test|testing)[.]|\/testing[-./]/.test(path);
}

/** `file:line text` of every line that matches, for messages that lead to the place. */
export function linesMatching(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
