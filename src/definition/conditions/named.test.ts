import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { findingsOf, textOfExample } from '../compiler/examples/write.ts';
import { loadDefinition } from '../load/index.ts';
import type { Condition } from '../schema.ts';
import { sampleDefinition, sampleEnv } from '../testing.ts';
import { describe as sentenceOf } from './describe.ts';
import { evaluate } from './evaluate.ts';
import { fieldsIn } from './shape.ts';

const besar: Condition = { use: 'usaha-besar', when: { omzet: { gt: 500_000_000 } } };
const definition = sampleDefinition((input) => ({
  ...input,
  conditions: {
    'usaha-besar': { label: { id: 'Usaha besar', en: 'Large business' }, when: { omzet: { gt: 500_000_000 } } },
  },
}));

describe('a named condition', () => {
  it('is said by its label, in both languages, alone and among others', () => {
    expect(sentenceOf(besar, definition, 'id')).toBe('jika usaha besar');
    expect(sentenceOf(besar, definition, 'en')).toBe('if large business');
    expect(sentenceOf({ all: [besar, { jenis: { is: 'tetap' } }] }, definition, 'id')).toBe(
      'jika usaha besar dan Jenis domisili adalah Tinggal tetap',
    );
  });

  it('looks at the questions it is written out to', () => {
    expect(fieldsIn({ any: [besar, { jenis: { is: 'tetap' } }] })).toEqual(['omzet', 'jenis']);
  });

  it('never evaluates otherwise than what it stands for', () => {
    fc.assert(
      fc.property(
        plainCondition(3),
        fc.record({ a: fc.integer({ min: 0, max: 4 }), b: fc.boolean() }, { requiredKeys: [] }),
        (plain, answers) => {
          const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
          expect(evaluate(named(plain), given, sampleEnv())).toBe(evaluate(plain, given, sampleEnv()));
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The same condition with a name around every part of it. */
function named(condition: Condition): Condition {
  if ('all' in condition && Array.isArray(condition.all)) return { use: 'x', when: { all: condition.all.map(named) } };
  if ('any' in condition && Array.isArray(condition.any)) return { use: 'x', when: { any: condition.any.map(named) } };
  if ('not' in condition) return { use: 'x', when: { not: named(condition.not as Condition) } };
  return { use: 'x', when: condition };
}

function plainCondition(depth: number): fc.Arbitrary<Condition> {
  const test: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ a: fc.record({ gt: fc.integer({ min: 0, max: 4 }) }) }),
    fc.record({ b: fc.record({ is: fc.boolean() }) }),
    fc.record({ a: fc.record({ answered: fc.boolean() }) }),
  );
  if (depth === 0) return test;
  const deeper = fc.array(plainCondition(depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    test,
    deeper.map((all) => ({ all })),
    deeper.map((any) => ({ any })),
    plainCondition(depth - 1).map((not) => ({ not })),
  );
}

describe('loading', () => {
  const base = textOfExample(
    { code: 'L24-C008', at: 'documents.ktp.when', wrong: '{use: luar}', right: '{use: luar}' },
    'right',
  );
  const load = (conditions: unknown) => {
    const text = stringify({ ...(parse(base) as object), conditions }, { lineWidth: 0 });
    const loaded = loadDefinition({
      file: 'services/contoh.yaml',
      text,
      resolve: { workflow: () => undefined, fields: () => undefined },
    });
    return { text, ...loaded };
  };

  it('writes the names out through one another, and keeps them', () => {
    const { definition: loaded, findings } = load({
      luar: { label: 'luar', when: { any: [{ use: 'dalam' }, { jenis: { is: 'tetap' } }] } },
      dalam: { label: 'dalam', when: { jenis: { is: 'sementara' } } },
    });
    expect(findings.filter((one) => one.code.startsWith('L24-C'))).toEqual([]);
    const inner = { use: 'dalam', when: { jenis: { is: 'sementara' } } };
    expect(loaded?.documents[0]?.when).toEqual({
      use: 'luar',
      when: { any: [inner, { jenis: { is: 'tetap' } }] },
    });
  });

  it('tells a mistake inside a named condition once, at its own line', () => {
    const text = stringify(
      {
        ...(parse(base) as object),
        conditions: { luar: { label: { id: 'luar', en: 'outer' }, when: { jenisnya: { is: 'tetap' } } } },
      },
      { lineWidth: 0 },
    );
    const found = findingsOf(text).filter((one) => one.code === 'L24-C001');
    expect(found).toHaveLength(1);
    expect(text.split('\n')[(found[0]?.line ?? 0) - 1]).toContain('jenisnya');
  });
});
