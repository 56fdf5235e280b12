// Whatever is changed in the forms, no comment is lost and the file says exactly what was typed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer } from 'yaml';
import { readRegion } from '../load/index.ts';
import { loadDefinition } from '../load/load.ts';
import type { ServiceDefinition } from '../schema.ts';
import { applyEdits, type Edit, type Entry, entriesOf, openDocument, type Typed, valueAt } from './index.ts';

const region = 'regions/parepare';
const { resolve } = readRegion(region);
const names = readdirSync(join(region, 'services'));
const sources = names.map((name) => ({
  name,
  text: withComments(readFileSync(join(region, 'services', name), 'utf8')),
}));

/** Comments above and beside, on block lines of every depth. */
function withComments(text: string): string {
  return text
    .split('\n')
    .flatMap((line, at) => {
      if (at % 5 === 1 && /^ *-? ?[a-z-]+: /.test(line)) return [`${/^ */.exec(line)?.[0] ?? ''}# di atas ${at}`, line];
      return at % 7 === 3 && /^[a-z-]+: [a-z0-9-]+$/.test(line) ? [`${line} # di samping ${at}`] : [line];
    })
    .join('\n');
}
const commentsOf = (text: string) => [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).toSorted();

function load(name: string, text: string): ServiceDefinition {
  const { definition, findings } = loadDefinition({ file: name, text, resolve });
  if (!definition) throw new Error(`${name}: ${findings.map(({ line, message }) => `${line} ${message}`).join(' ')}`);
  return definition;
}
function entries(name: string, text: string): Entry[] {
  const doc = openDocument(text);
  return entriesOf(load(name, text), (steps) => valueAt(doc, steps) !== undefined);
}

const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,:#'"{}[\]&*?|>%@-]{0,30}[a-z.]$/);
function typedFor(entry: Entry): fc.Arbitrary<Typed> {
  const gone = entry.optional && entry.kind !== 'lines' ? [fc.constant(undefined)] : [];
  switch (entry.kind) {
    case 'text':
      return fc.oneof(
        words.map((id) => ({ id })),
        fc.record({ id: words, en: words }),
        ...gone,
      );
    case 'line':
      return fc.oneof(words, ...gone);
    case 'lines':
      return fc.array(words, { maxLength: 4 });
    case 'number':
      return fc.integer({ min: 1, max: 1_000_000 });
    case 'duration':
      return fc.oneof(
        fc.record({ amount: fc.integer({ min: 1, max: 90 }), unit: fc.constantFrom('working-days', 'clock-hours') }),
        ...gone,
      );
    case 'choice':
      return fc.oneof(fc.constantFrom(...entry.options.map(({ value }) => value)), ...gone);
    case 'choices':
      return fc.subarray(
        entry.options.map(({ value }) => value),
        { minLength: 1 },
      );
  }
}

const someEdits = fc
  .constantFrom(...sources)
  .chain((source) => fc.record({ source: fc.constant(source), all: fc.constant(entries(source.name, source.text)) }))
  .chain(({ source, all }) =>
    fc
      .subarray(all, { minLength: 1, maxLength: 6 })
      .chain((picked) => fc.tuple(...picked.map((entry) => typedFor(entry).map((typed): Edit => ({ entry, typed })))))
      .map((edits) => ({ source, edits })),
  );

const plain = (entry: Entry, value: Typed) =>
  entry.kind === 'choice' && entry.data && typeof value === 'string' ? JSON.parse(value) : value;

function expectSaid(before: readonly Entry[], after: readonly Entry[], edits: readonly Edit[]): void {
  const now = new Map(after.map((entry) => [entry.name, entry]));
  const changed = new Map(edits.map(({ entry, typed }) => [entry.name, typed]));
  expect(before.filter(({ name }) => !now.has(name)).map(({ name }) => name)).toEqual([]);
  for (const entry of before) {
    const wanted = changed.has(entry.name) ? changed.get(entry.name) : entry.value;
    if (wanted === undefined && entry.value !== undefined) continue; // what a shared part says may show again
    expect(plain(entry, now.get(entry.name)?.value), entry.name).toEqual(plain(entry, wanted));
  }
}

describe('editing through forms', () => {
  test('without a change gives the same file, byte by byte', () => {
    for (const { name, text } of sources) {
      const all = entries(name, text);
      expect(all.length).toBeGreaterThan(20);
      expect(new Set(all.map((entry) => entry.name)).size, name).toBe(all.length);
      expect(
        applyEdits(
          text,
          all.map((entry) => ({ entry, typed: entry.value })),
        ),
      ).toBe(text);
    }
  });

  test('keeps every comment, says what was typed, and changes nothing else', () => {
    fc.assert(
      fc.property(someEdits, ({ source, edits }) => {
        const after = applyEdits(source.text, edits);
        expect(commentsOf(after)).toEqual(commentsOf(source.text));
        expectSaid(entries(source.name, source.text), entries(source.name, after), edits);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
