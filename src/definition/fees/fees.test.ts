import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleDefinition } from '../testing.ts';
import { areaTimesDays } from './area-times-days.ts';
import { feeOf, feeReason } from './fee-of.ts';
import { perUnit } from './per-unit.ts';
import { feeFunctions } from './registry.ts';
import { tiered } from './tiered.ts';

const rates = {
  rows: [
    { jenis: 'spanduk', tarif: 500 },
    { jenis: 'baliho', tarif: 1_250 },
  ],
  key: 'jenis',
  column: 'tarif',
};
const steps = {
  rows: [
    { sampai: 10, tarif: 1_000 },
    { sampai: 20, tarif: 2_000 },
    { sampai: 1_000_000, tarif: 5_000 },
  ],
  key: 'sampai',
  column: 'tarif',
};

describe('area-times-days', () => {
  it('says the sum in words', () => {
    expect(areaTimesDays.reckon({ ...rates, given: { kind: 'spanduk', area: 2, days: 30 } })).toEqual({
      amount: 30_000,
      how: { id: '2 m2 x 30 hari x Rp500 = Rp30.000', en: '2 m2 x 30 days x Rp500 = Rp30.000' },
    });
  });

  it('takes length, width, both days of the period and the number of things', () => {
    const given = { kind: 'baliho', length: 2.5, width: 1.2, from: '2026-12-01', until: '2026-12-31', count: 2 };
    expect(areaTimesDays.reckon({ ...rates, given })).toMatchObject({
      amount: 232_500,
      how: { id: '2,5 m x 1,2 m x 2 buah x 31 hari x Rp1.250 = Rp232.500' },
    });
  });

  it('rounds once, half a rupiah upwards', () => {
    const odd = { ...rates, rows: [{ jenis: 'a', tarif: 1 }] };
    expect(areaTimesDays.reckon({ ...odd, given: { kind: 'a', area: 0.5, days: 1 } })?.amount).toBe(1);
    expect(areaTimesDays.reckon({ ...odd, given: { kind: 'a', area: 0.49, days: 1 } })?.amount).toBe(0);
    expect(areaTimesDays.reckon({ ...odd, given: { kind: 'a', length: 0.5, width: 0.5, days: 3 } })?.amount).toBe(1);
  });

  it.each([
    ['a kind without a row', { kind: 'videotron', area: 2, days: 30 }],
    ['no days', { kind: 'spanduk', area: 2 }],
    ['a period that runs backwards', { kind: 'spanduk', area: 2, from: '2026-12-02', until: '2026-12-01' }],
    ['no area', { kind: 'spanduk', area: 0, days: 3 }],
    ['half a thing', { kind: 'spanduk', area: 2, days: 3, count: 0.5 }],
    ['more than a number holds exactly', { kind: 'baliho', area: 9e13, days: 9e8, count: 9e8 }],
  ])('has no amount for %s', (_, given) => {
    expect(areaTimesDays.reckon({ ...rates, given })).toBeUndefined();
  });

  it('never costs less for more of anything, and nothing but whole rupiah', () => {
    const size = fc.integer({ min: 1, max: 10_000 }).map((hundredth) => hundredth / 100);
    const whole = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(size, size, whole, whole, (length, width, days, count) => {
        const cost = (more: object) =>
          areaTimesDays.reckon({ ...rates, given: { kind: 'baliho', length, width, days, count, ...more } })?.amount ??
          -1;
        const plain = cost({});
        expect(Number.isSafeInteger(plain) && plain >= 0).toBe(true);
        expect(cost({ days: days + 1 })).toBeGreaterThanOrEqual(plain);
        expect(cost({ count: count + 1 })).toBeGreaterThanOrEqual(plain);
        expect(cost({ length: width, width: length })).toBe(plain);
      }),
    );
  });
});

describe('per-unit', () => {
  it('multiplies, with the only row of a table that has one', () => {
    expect(perUnit.reckon({ ...rates, given: { kind: 'baliho', count: 3 } })?.amount).toBe(3_750);
    expect(perUnit.reckon({ ...rates, rows: [{ jenis: 'lembar', tarif: 2_000 }], given: { count: 4 } })).toEqual({
      amount: 8_000,
      how: { id: '4 x Rp2.000 = Rp8.000', en: '4 x Rp2.000 = Rp8.000' },
    });
    expect(perUnit.reckon({ ...rates, given: { count: 3 } })).toBeUndefined();
  });

  it('is additive', () => {
    const count = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const cost = (n: number) => perUnit.reckon({ ...rates, given: { kind: 'spanduk', count: n } })?.amount ?? -1;
        expect(cost(a + b)).toBe(cost(a) + cost(b));
      }),
    );
  });
});

describe('tiered', () => {
  it('takes each part at its own step', () => {
    expect(tiered.reckon({ ...steps, given: { quantity: 12 } })).toMatchObject({
      amount: 14_000,
      how: { id: '10 x Rp1.000 + 2 x Rp2.000 = Rp14.000' },
    });
    expect(tiered.reckon({ ...steps, given: { quantity: 10 } })?.amount).toBe(10_000);
    expect(tiered.reckon({ ...steps, given: { quantity: 2_000_000 } })).toBeUndefined();
  });

  it('never jumps: one unit more costs at most the highest rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000 }), (quantity) => {
        const cost = (n: number) => tiered.reckon({ ...steps, given: { quantity: n } })?.amount ?? -1;
        const more = cost(quantity + 1) - cost(quantity);
        expect(more).toBeGreaterThanOrEqual(1_000);
        expect(more).toBeLessThanOrEqual(5_000);
      }),
    );
  });
});

it('no function throws, whatever was answered', () => {
  const anything = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant('2026-13-40'));
  fc.assert(
    fc.property(
      fc.constantFrom(...feeFunctions.values()),
      fc.dictionary(
        fc.constantFrom('kind', 'area', 'length', 'width', 'days', 'from', 'until', 'count', 'quantity'),
        anything,
      ),
      (named, given) => {
        const result = named.reckon({ ...rates, given });
        expect(result === undefined || (Number.isSafeInteger(result.amount) && result.amount >= 0)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

describe('the fee of an application', () => {
  const tariff = {
    title: { id: 'Tarif domisili' },
    key: 'jenis',
    confidence: 'typical' as const,
    rows: [
      { jenis: 'tetap', tarif: 0 },
      { jenis: 'sementara', tarif: 25_000 },
    ],
  };
  const priced = sampleDefinition((input) => ({
    ...input,
    standard: {
      ...input.standard,
      fee: {
        amount: null,
        by: { table: 'tarif-domisili', key: 'jenis', column: 'tarif' },
        legal: 'Perda 12/2023 Pasal 8',
      },
    },
    tables: { 'tarif-domisili': tariff },
  }));

  it('comes from the tariff, with its article, and says that the tariff is unconfirmed', () => {
    const fee = feeOf(priced, { jenis: 'sementara' });
    expect(fee).toMatchObject({ amount: 25_000, legal: 'Perda 12/2023 Pasal 8', confirmed: false });
    expect(fee && feeReason(fee, 'id')).toBe('Tarif domisili: Rp25.000, Perda 12/2023 Pasal 8');
  });

  it('is told only when it is known', () => {
    expect(feeOf(priced, {})).toBeUndefined();
    expect(feeOf(priced, { jenis: 'tetap' })?.amount).toBe(0);
    expect(feeOf(sampleDefinition(), {})?.amount).toBe(0);
  });
});
