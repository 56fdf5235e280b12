import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../fields/types.ts';
import { Condition } from '../schema.ts';
import { sampleEnv } from '../testing.ts';
import { evaluate } from './evaluate.ts';
import { fieldsIn } from './shape.ts';

const env = sampleEnv();
const answers: Answers = {
  jenis: 'sementara',
  jumlah: 3,
  setuju: true,
  menolak: false,
  lahir: '2009-11-22',
  hobi: ['baca', 'lari'],
  wilayah: '73.72.01.1004',
  alamat: { street: 'Jl. Mawar', area: '73.72.02.1001' },
  anak: [{ nama: 'A' }, { nama: 'B' }],
  kode: '1',
};

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ jenis: { is: 'sementara' } }, true],
    [{ jenis: { is: 'tetap' } }, false],
    [{ jenis: { isNot: 'tetap' } }, true],
    [{ jenis: { in: ['tetap', 'sementara'] } }, true],
    [{ jenis: { in: ['tetap'] } }, false],
    [{ jumlah: { is: 3 } }, true],
    [{ jumlah: { is: '3' } }, true],
    [{ jumlah: { gt: 3 } }, false],
    [{ jumlah: { gt: 2, lt: 4 } }, true],
    [{ setuju: { is: true } }, true],
    [{ setuju: { is: 'ya' } }, true],
    [{ menolak: { is: 'tidak' } }, true],
    [{ menolak: { answered: true } }, true],
    [{ kode: { is: 1 } }, true],
    [{ hobi: { is: 'lari' } }, true],
    [{ hobi: { isNot: 'renang' } }, true],
    [{ hobi: { in: ['renang', 'baca'] } }, true],
    [{ hobi: { gt: 1 } }, true],
    [{ anak: { gt: 1 } }, true],
    [{ anak: { lt: 2 } }, false],
    [{ lahir: { before: 'today-17y' } }, true],
    [{ lahir: { after: 'today-17y' } }, false],
    [{ lahir: { after: '2009-11-21', before: '2009-11-22' } }, true],
    [{ lahir: { after: 'omong kosong' } }, false],
    [{ wilayah: { within: '73.72' } }, true],
    [{ wilayah: { within: '73.72.01.1004' } }, true],
    [{ wilayah: { within: '73.72.02' } }, false],
    [{ alamat: { within: '73.72.02' } }, true],
    [{ jumlah: { within: '73' } }, false],
    [{ jenis: { is: 'sementara' }, jumlah: { gt: 5 } }, false],
    [{ all: [{ jenis: { is: 'sementara' } }, { jumlah: { gt: 1 } }] }, true],
    [{ any: [{ jenis: { is: 'tetap' } }, { jumlah: { gt: 1 } }] }, true],
    [{ not: { jenis: { is: 'tetap' } } }, true],
  ])('%j is %s', (condition, expected) => {
    expect(evaluate(Condition.parse(condition), answers, env)).toBe(expected);
  });

  it('a test on an unanswered question fails, except that it is unanswered', () => {
    for (const test of [
      { is: 'x' },
      { isNot: 'x' },
      { in: ['x'] },
      { gt: 0 },
      { lt: 9 },
      { after: 'today' },
      { within: '73' },
    ]) {
      expect(evaluate({ kosong: test }, answers, env)).toBe(false);
    }
    expect(evaluate({ kosong: { answered: false } }, answers, env)).toBe(true);
    expect(evaluate({ kosong: { answered: true } }, answers, env)).toBe(false);
    expect(evaluate({ constructor: { answered: true } }, answers, env)).toBe(false);
  });

  it('no condition always holds', () => {
    expect(evaluate(undefined, {}, env)).toBe(true);
  });

  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  it('before is exactly the opposite of after', () => {
    fc.assert(
      fc.property(day, day, (lahir, limit) => {
        expect(evaluate({ lahir: { after: limit } }, { lahir }, env)).toBe(
          !evaluate({ lahir: { before: limit } }, { lahir }, env),
        );
      }),
    );
  });

  const leaf = fc.record({ field: fc.constantFrom('a', 'b', 'c'), is: fc.constantFrom('x', 'y') });
  const condition = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf.map(({ field, is }) => ({ [field]: { is } })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  })).node;
  const some = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'));

  it('De Morgan holds, and only the named questions matter', () => {
    fc.assert(
      fc.property(condition, condition, some, (one, two, given) => {
        const both = evaluate({ not: { all: [one, two] } }, given, env);
        expect(both).toBe(evaluate({ any: [{ not: one }, { not: two }] }, given, env));
        const named = Object.fromEntries(Object.entries(given).filter(([field]) => fieldsIn(one).includes(field)));
        expect(evaluate(one, named, env)).toBe(evaluate(one, given, env));
      }),
    );
  });
});

it('the questions of a condition are listed once each', () => {
  expect(
    fieldsIn({ all: [{ a: { is: 1 }, b: { is: 2 } }, { any: [{ not: { c: { is: 3 } } }, { a: { gt: 1 } }] }] }),
  ).toEqual(['a', 'b', 'c']);
  expect(fieldsIn(undefined)).toEqual([]);
});
