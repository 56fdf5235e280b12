import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { loadDefinition } from '../load/index.ts';
import { compile } from './compile.ts';
import { baseYaml } from './examples/base.ts';
import { sampleEnv, sampleResolve } from './examples/write.ts';
import { definitionHash } from './hash.ts';

function compiled(text: string) {
  const { definition } = loadDefinition({ file: 'contoh.yaml', text, resolve: sampleResolve });
  if (definition === undefined) throw new Error('the sample does not load');
  return compile(definition, sampleEnv);
}

test('the hash does not depend on the order or layout of the file', () => {
  const turned = Object.fromEntries(Object.entries(parse(baseYaml) as object).reverse());
  const other = compiled(stringify(turned)).definition;
  expect(definitionHash(other)).toBe(definitionHash(compiled(baseYaml).definition));
});

test('the hash changes with one word', () => {
  const changed = compiled(baseYaml.replace('Petugas memeriksa', 'Petugas melihat')).definition;
  expect(definitionHash(changed)).not.toBe(definitionHash(compiled(baseYaml).definition));
});

test('canonical JSON sorts keys, drops undefined and keeps the order of lists', () => {
  expect(canonicalJson({ b: [2, undefined, 1], a: { d: undefined, c: 'x' } })).toBe('{"a":{"c":"x"},"b":[2,null,1]}');
});

test('a clock without pauses of its own pauses where the workflow pauses', () => {
  expect(compiled(baseYaml).definition.clocks[0]?.pauseIn).toEqual(['perbaikan']);
});

test('facts count what a citizen meets and what the office has promised itself', () => {
  const { facts } = compiled(baseYaml);
  expect(facts).toMatchObject({ questions: 5, documents: 1, targetWorkingDays: 0.53, unconfirmed: [] });
  expect(facts.minutes).toBeGreaterThan(0);
  expect(facts.graph.edges).toContainEqual({ from: 'perbaikan', to: 'diperiksa', action: 'kirim', by: ['applicant'] });
});
