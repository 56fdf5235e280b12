import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/root.ts';
import { cruise } from './cruise.ts';
import { plants } from './planted-violations.ts';

const config = '.dependency-cruiser.cjs';

describe('imports', { timeout: 60_000 }, () => {
  test('point only where the architecture says', async () => {
    const { violations, totalCruised, packages } = await cruise();
    expect(violations).toEqual([]);
    // With a wrong TypeScript or a wrong pattern it sees nothing and is content.
    expect(totalCruised).toBeGreaterThan(300);
    for (const name of ['kysely', 'pg', 'graphile-worker', 'fastify', 'preact', 'zod'])
      expect(packages).toContain(name);
  });

  test('that point elsewhere are caught, one planted violation for each rule', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'loket24-imports-'));
    try {
      await plantInto(copy);
      const { violations } = await cruise(copy);
      const caught = new Set(violations.map(({ rule, from }) => `${rule} ${from}`));
      const expected = Object.entries(plants).map(([rule, files]) => [rule, Object.keys(files)[0] ?? ''] as const);
      // A module cycle is told of folders, not of files.
      const missed = expected.filter(
        ([rule, file]) => !caught.has(`${rule} ${file}`) && !caught.has(`${rule} ${dirname(file)}`),
      );
      expect(missed).toEqual([]);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });

  test('have a planted violation for every rule there is', () => {
    const { forbidden } = createRequire(import.meta.url)(join(projectRoot, config)) as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(plants).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});

async function plantInto(copy: string): Promise<void> {
  for (const name of ['src', 'bench', 'package.json', 'tsconfig.json', config])
    await cp(join(projectRoot, name), join(copy, name), { recursive: true });
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  for (const [path, text] of Object.values(plants).flatMap((files) => Object.entries(files))) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), text);
  }
}
