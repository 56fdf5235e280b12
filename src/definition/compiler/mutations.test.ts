import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { baseYaml } from './examples/base.ts';
import { findingsOf } from './examples/write.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Where = readonly (string | number)[];

// FC_RUNS=5000 for the long variant.
const runs = Number(process.env.FC_RUNS ?? 300);
const timeout = 60_000 + runs * 100; // a busy machine needs 30 ms and more for one run
const base = parse(baseYaml) as Json;
const places = placesIn(base, []).filter((where) => where.length > 0);
const strange = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    { id: '' },
    'applicant',
    'back',
    'constructor',
    '__proto__',
    'toString',
  ),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(...places).map((where) => read(base, where)),
);
const mutation = fc.record({
  where: fc.constantFrom(...places),
  how: fc.constantFrom('delete', 'replace', 'duplicate', 'rename'),
  value: strange,
  name: fc.oneof(
    fc.constantFrom('constructor', '__proto__', 'toString', 'all', 'not'),
    fc.string({ minLength: 1, maxLength: 8 }),
  ),
});

test(
  'whatever an author breaks, the compiler answers with findings at a line of a file',
  () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const tree = structuredClone(base);
        for (const { where, how, value, name } of mutations) mutate(tree, where, { how, value, name });
        const text = stringify(tree, { aliasDuplicateObjects: false });
        const lines = Math.max(1, text.split('\n').length);
        for (const found of findingsOf(text)) {
          expect(found.line).toBeGreaterThanOrEqual(1);
          expect(found.file === 'services/contoh.yaml' ? found.line : 1).toBeLessThanOrEqual(lines);
          expect(found.message).not.toBe('');
        }
      }),
      { numRuns: runs },
    );
  },
  timeout,
);

test(
  'any text at all is answered with findings, never with an exception',
  () => {
    const cut = fc.tuple(fc.nat(baseYaml.length), fc.nat(60), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(cut, ([at, length, text]) => {
        const broken = baseYaml.slice(0, at) + text + baseYaml.slice(at + length);
        for (const found of findingsOf(broken)) expect(found.line).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(findingsOf(text))),
      { numRuns: runs },
    );
  },
  timeout,
);

function placesIn(node: Json, where: Where): Where[] {
  if (typeof node !== 'object' || node === null) return [where];
  const keys = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
  return [where, ...keys.flatMap((key) => placesIn(read(node, [key]), [...where, key]))];
}

function read(node: Json, where: Where): Json {
  return where.reduce<Json>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)] ?? null;
    return typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner[key] ?? null) : null;
  }, node);
}

function mutate(tree: Json, where: Where, change: { how: string; value: Json; name: string }): void {
  const parent = read(tree, where.slice(0, -1));
  const key = where.at(-1) ?? '';
  if (Array.isArray(parent)) mutateItem(parent, Number(key), change);
  else if (typeof parent === 'object' && parent !== null) mutateKey(parent, String(key), change);
}

function mutateItem(items: Json[], index: number, { how, value }: { how: string; value: Json }): void {
  if (how === 'delete') items.splice(index, 1);
  else if (how === 'duplicate') items.push(structuredClone(items[index] ?? null));
  else items[index] = structuredClone(value);
}

function mutateKey(
  record: { [key: string]: Json },
  key: string,
  change: { how: string; value: Json; name: string },
): void {
  const { how, value, name } = change;
  const before = structuredClone(record[key] ?? null);
  if (how === 'delete' || how === 'rename') delete record[key];
  if (how === 'rename' || how === 'duplicate')
    Object.defineProperty(record, name, { value: before, enumerable: true, configurable: true, writable: true });
  if (how === 'replace') record[key] = structuredClone(value);
}
