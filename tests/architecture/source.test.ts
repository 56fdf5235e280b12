import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeExtensions, codeFolders, isProduct, linesMatching, readFiles, type SourceFile } from './source-files.ts';

let files: SourceFile[] = [];
let product: SourceFile[] = [];
let others: SourceFile[] = []; // without the files here, which name what they forbid
let everything: SourceFile[] = [];

beforeAll(async () => {
  files = await readFiles(codeFolders, codeExtensions);
  product = files.filter(isProduct);
  others = files.filter(({ path }) => !path.startsWith('tests/architecture/'));
  everything = [...others, ...(await readFiles(['docs', 'db', 'regions'], ['.md', '.sql', '.yaml', '.typ', '.csv']))];
});

describe('source files', () => {
  test('are really read', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(product.length).toBeGreaterThan(200);
  });

  test('have 400 lines at most, and style sheets 500', () => {
    // Generated tables and message catalogues are lists, not reasoning.
    const exempt = /[.]generated[.]ts$|\/messages[.][a-z]+[.]ts$/;
    const measured = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    const long = measured.filter(
      ({ path, lines }) => !exempt.test(path) && lines > (path.endsWith('.css') ? 500 : 400),
    );
    expect(long).toEqual([]);
  });

  test('are named in kebab-case, and never after nothing in particular', () => {
    const names = files
      .filter(({ path }) => !path.startsWith('src/ui/icon/') && path !== 'src/definition/fields/info.ts')
      .map(({ path }) => basename(path));
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9-]+)*$/.test(name))).toEqual([]);
    expect(names.filter((name) => /(^|-)(manager|helpers?|utils?|misc|common|data|info)([-.]|$)/.test(name))).toEqual(
      [],
    );
  });

  test('leave nothing for later and name no machine', () => {
    expect(linesMatching(everything, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
    const ownPaths = /(^|[\s'"`(=])\/(work|home|root|Users)\//;
    expect(linesMatching(everything, ownPaths)).toEqual([]);
  });

  test('skip no test, and select none', () => {
    const skipped = /\b(test|it|describe)[.](skip|only|todo|fails|skipIf|runIf)\b|\bx(it|test|describe)\(/;
    // Only root may give a test a small disk of its own; elsewhere it cannot be run at all.
    const needsRoot = ['tests/faults/full-disk.int.test.ts'];
    expect(
      linesMatching(
        others.filter(({ path }) => !needsRoot.includes(path)),
        skipped,
      ),
    ).toEqual([]);
  });

  test('mock no code of ours', () => {
    expect(linesMatching(others, /\bvi[.](mock|doMock|spyOn)\(/)).toEqual([]);
  });

  test('of the product import no test', () => {
    expect(linesMatching(product, /from '(\.\.\/)+tests\//)).toEqual([]);
  });

  test('of the product take time, chance and the environment from the platform', () => {
    const outside = product.filter(({ path }) => !/^src\/(platform|cli|ui)\/|^src\/[^/]+[.]ts$|[.]mjs$/.test(path));
    expect(linesMatching(outside, /\bDate[.]now\(|\bnew Date\(\)|\bMath[.]random\(/)).toEqual([]);
    expect(linesMatching(outside, /\bprocess[.](env|exit|argv)\b/)).toEqual([]);
    expect(linesMatching(product, /\bMath[.]random\(/)).toEqual([]);
  });

  test('of the product print only from the command line', () => {
    const silent = product.filter(({ path }) => !/^src\/cli\/|[.]mjs$/.test(path));
    expect(linesMatching(silent, /\bconsole[.](log|info|warn|error|debug)\(/)).toEqual([]);
  });

  test('declare no class but errors and resources of the platform', () => {
    const plain = product.filter(({ path }) => !path.startsWith('src/platform/') && path !== 'src/lib/errors.ts');
    expect(linesMatching(plain, /^\s*(export )?(abstract )?class [A-Z]/)).toEqual([]);
  });
});
