// Documents may be read years later: what they point at must exist, and their tables must be complete.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { projectRoot } from '../../src/platform/root.ts';

const documents = new Map<string, string>();

beforeAll(async () => {
  const listed = await readdir(join(projectRoot, 'docs'), { recursive: true });
  const own = listed.filter((name) => name.endsWith('.md')).map((name) => join('docs', name));
  for (const name of ['README.md', 'CONTRIBUTING.md', ...own])
    documents.set(name, await readFile(join(projectRoot, name), 'utf8'));
});

describe('documents', () => {
  test('link to files that are there', () => {
    const broken = [...documents].flatMap(([name, text]) =>
      [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(join(projectRoot, dirname(name), target)))
        .map((target) => `${name} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('name source and test files that are there', () => {
    const missing = [...documents].flatMap(([name, text]) =>
      [...text.matchAll(/`((?:src|tests|scripts|db|bench|A|H|F)\/[\w./-]+\.(?:tsx?|mjs|sql|md))`/g)]
        .map((match) => expanded(match[1] ?? ''))
        .filter((path) => !existsSync(join(projectRoot, path)))
        .map((path) => `${name} -> ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('have an entry for every decision in their list', async () => {
    const files = (await readdir(join(projectRoot, 'docs/decisions'))).filter((file) => /^\d{4}-/.test(file));
    const list = documents.get('docs/decisions/README.md') ?? '';
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !list.includes(`(${file})`))).toEqual([]);
    const numbers = files.map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the README', () => {
  test('lists every command', () => {
    const readme = documents.get('README.md') ?? '';
    expect(commands.map(({ name }) => name).filter((name) => !readme.includes(`| \`${name}`))).toEqual([]);
  });

  test.each(['README.md', 'docs/operators.md'])('and the settings in %s are those the program reads', async (name) => {
    const source = await readFile(join(projectRoot, 'src/platform/config.ts'), 'utf8');
    const read = new Set([...source.matchAll(/env, '([A-Z_]+)'/g)].map((match) => match[1] ?? ''));
    if (source.includes('SECRET_KEY')) read.add('SECRET_KEY');
    expect(read.size).toBeGreaterThan(10);
    const rows = (documents.get(name) ?? '').split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
    const told = rows.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map((m) => m[1] ?? ''),
    );
    expect(told.sort()).toEqual([...read].sort());
  });
});

/** docs/security.md shortens the folders of its tables. */
function expanded(path: string): string {
  const folders: Readonly<Record<string, string>> = { A: 'tests/architecture', H: 'tests/hostile', F: 'tests/faults' };
  const [first = '', ...rest] = path.split('/');
  return [folders[first] ?? first, ...rest].join('/');
}
