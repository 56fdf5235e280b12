import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, findServingUnit, lineage, makeAreaLookup } from './rules.ts';
import { aUnit } from './testing.ts';
import type { Area } from './types.ts';

const areas = new Map<string, Area>(
  [
    { code: '73.72', name: 'Kota Parepare', level: 'regency', parentCode: '73' } as const,
    { code: '73.72.04', name: 'Bacukiki Barat', level: 'district', parentCode: '73.72' } as const,
    { code: '73.72.02', name: 'Ujung', level: 'district', parentCode: '73.72' } as const,
    { code: '73.72.04.1004', name: 'Tiro Sompe', level: 'village', parentCode: '73.72.04' } as const,
    { code: '73.72.04.1001', name: 'Kampung Baru', level: 'village', parentCode: '73.72.04' } as const,
  ].map((area) => [area.code, area]),
);
const kelurahan = aUnit({ code: 'kel-tiro-sompe', kind: 'kelurahan', areaCode: '73.72.04.1004' });
const kecamatan = aUnit({ code: 'kec-bacukiki-barat', kind: 'kecamatan', areaCode: '73.72.04' });
const lauleng = aUnit({ code: 'pkm-lauleng', kind: 'puskesmas', areaCode: '73.72.04', covers: ['73.72.04.1004'] });
const cempae = aUnit({ code: 'pkm-cempae', kind: 'puskesmas', areaCode: '73.72.04' });
const units = [lauleng, kelurahan, kecamatan, cempae];

describe('which unit serves an area', () => {
  it.each([
    ['a kelurahan serves its own area', 'kelurahan', '73.72.04.1004', kelurahan],
    ['the kecamatan around the kelurahan serves it', 'kecamatan', '73.72.04.1004', kecamatan],
    [
      'the puskesmas that covers the kelurahan goes before the first in the kecamatan',
      'puskesmas',
      '73.72.04.1004',
      lauleng,
    ],
    ['without coverage the first puskesmas of the kecamatan serves', 'puskesmas', '73.72.04.1001', cempae],
    ['a neighbouring kelurahan does not serve', 'kelurahan', '73.72.04.1001', undefined],
    ['an area nobody knows is served by nobody', 'kelurahan', '99.99.99.9999', undefined],
  ])('%s', (_title, kind, areaCode, expected) => {
    expect(findServingUnit(units, areas, { kind, areaCode })).toBe(expected);
  });

  it('leaves out a unit that was withdrawn', () => {
    const withdrawn = { ...kelurahan, active: false };
    expect(findServingUnit([withdrawn], areas, { kind: 'kelurahan', areaCode: '73.72.04.1004' })).toBeUndefined();
  });
});

describe('area questions', () => {
  const lookup = makeAreaLookup(areas);

  it('lists kelurahan by kecamatan, both by name', () => {
    expect(lookup.list().map((group) => [group.name, group.areas.map((area) => area.name)])).toEqual([
      ['Bacukiki Barat', ['Kampung Baru', 'Tiro Sompe']],
      ['Ujung', []],
    ]);
  });

  it('knows what lies within what, and that the start of a code is not containment', () => {
    expect(lookup.within('73.72.04.1004', '73.72')).toBe(true);
    expect(lookup.within('73.72.04.1004', '73.72.04.1004')).toBe(true);
    expect(lookup.within('73.72.04', '73.72.04.1004')).toBe(false);
    expect(lookup.within('73.72.04.1004', '73.72.0')).toBe(false);
  });

  it('ends on content that contains itself', () => {
    const loop = new Map<string, Area>([
      ['a', { code: 'a', name: 'A', level: 'district', parentCode: 'b' }],
      ['b', { code: 'b', name: 'B', level: 'district', parentCode: 'a' }],
    ]);
    expect(lineage(loop, 'a')).toEqual(['a', 'b']);
  });
});

describe('differences for the change log', () => {
  it('finds none between a value and its copy from the database, in whatever key order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const copy = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(value)) as object).reverse());
        expect(difference(copy, value)).toEqual({});
      }),
    );
  });

  it('names what was and what is', () => {
    expect(difference({ name: 'Dinas A', short: 'DA' }, { name: 'Dinas B', short: 'DA' })).toEqual({
      name: { from: 'Dinas A', to: 'Dinas B' },
    });
  });
});
