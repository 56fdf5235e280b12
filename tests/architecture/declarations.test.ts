// Events and jobs are declared by interface merging; what is declared must also be heard and worked off.
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../src/modules.ts';
import type { Platform } from '../../src/platform/context.ts';
import type { EventBus } from '../../src/platform/events.ts';
import { isProduct, readFiles, type SourceFile } from './source-files.ts';

let product: SourceFile[] = [];

beforeAll(async () => {
  product = (await readFiles(['src'], ['.ts', '.tsx'])).filter(isProduct);
});

describe('declared', () => {
  test('events are heard by a module', () => {
    const heard = new Set<string>();
    const bus: EventBus = { on: (name) => void heard.add(name), publish: () => Promise.resolve() };
    // Listening only registers; no module may need the platform for that.
    for (const module of modules) module.listen?.(bus, {} as Platform);
    const declared = membersOf(product, 'DomainEvents');
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((name) => !heard.has(name))).toEqual([]);
  });

  test('events are published by somebody', () => {
    const published = product.map(({ text }) => text).join('\n');
    const silent = membersOf(product, 'DomainEvents').filter(
      (name) => !new RegExp(`publish\\(\\s*[^,]+,\\s*'${name}'`).test(published),
    );
    expect(silent).toEqual([]);
  });

  test('jobs have a handler, in the module they are named after', () => {
    const handled = modules.flatMap((module) => Object.keys(module.jobs ?? {}).map((job) => [module.name, job]));
    const declared = membersOf(product, 'Jobs');
    expect(declared.length).toBeGreaterThan(3);
    expect(handled.map(([, job]) => job).sort()).toEqual(declared);
    expect(handled.filter(([module, job]) => job?.split('.')[0] !== module)).toEqual([]);
  });

  test('recurring work names a job that has a handler', () => {
    const handled = new Set(modules.flatMap((module) => Object.keys(module.jobs ?? {})));
    const crons = modules.flatMap((module) => module.crons ?? []);
    expect(crons.filter(({ job }) => !handled.has(job))).toEqual([]);
    expect(crons.filter(({ cron }) => cron.trim().split(/\s+/).length !== 5)).toEqual([]);
  });
});

/** Names of the members of every `interface <name>` merged across the tree, sorted. */
function membersOf(files: readonly SourceFile[], name: string): string[] {
  const members = files.flatMap(({ path, text }) => {
    if (!text.includes(name)) return [];
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isInterfaceDeclaration(node) && node.name.text === name)
        found.push(...node.members.flatMap((member) => (member.name ? [nameOf(member.name)] : [])));
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
  return members.sort();
}

function nameOf(name: ts.PropertyName): string {
  return ts.isStringLiteral(name) ? name.text : name.getText();
}
