import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween } from '../../lib/geo/distance.ts';
import { cellOf, cellsAround, cellsIn, codeFrom, problemStatusOf, readVerdict, titleOf } from './rules.ts';

const place = fc.record({
  lat: fc.double({ min: -10, max: 5, noNaN: true }),
  long: fc.double({ min: 96, max: 140, noNaN: true }),
});
const near = fc.record({
  lat: fc.double({ min: -0.003, max: 0.003, noNaN: true }),
  long: fc.double({ min: -0.003, max: 0.003, noNaN: true }),
});

test('whatever lies within the radius lies in one of the squares around', () => {
  fc.assert(
    fc.property(place, near, (a, by) => {
      const b = { lat: a.lat + by.lat, long: a.long + by.long };
      if (metresBetween(a, b) <= 250) expect(cellsAround(a, 250)).toContain(cellOf(b));
    }),
  );
});

test('whatever lies in a box lies in one of its squares, and too many squares are none', () => {
  fc.assert(
    fc.property(place, near, (a, by) => {
      const box = { south: a.lat, north: a.lat + 0.01, west: a.long, east: a.long + 0.01 };
      const inside = { lat: a.lat + Math.abs(by.lat), long: a.long + Math.abs(by.long) };
      expect(cellsIn(box, 600)).toContain(cellOf(inside));
    }),
  );
  expect(cellsIn({ south: -10, north: 5, west: 96, east: 140 }, 600)).toBeUndefined();
});

test('a degree of latitude is some 111 km', () => {
  expect(metresBetween({ lat: -4, long: 119 }, { lat: -5, long: 119 })).toBeCloseTo(111_195, -2);
});

test('silence is never told as a yes', () => {
  expect(problemStatusOf({ state: 'selesai-tanpa-kabar', status: 'done' }).closedHow).toBe('silence');
  expect(problemStatusOf({ state: 'selesai', status: 'done' }).closedHow).toBe('confirmed');
});

test('a title is one short line, an address has nothing that is read as something else', () => {
  expect(titleOf('Lampu\n\nmati   di lorong')).toBe('Lampu mati di lorong');
  expect(titleOf('a'.repeat(200))).toHaveLength(80);
  expect(codeFrom(new Uint8Array(10).map((_, at) => at * 29))).toMatch(/^[2-9a-hjkmnp-tv-z]{10}$/);
});

test.each([
  ['ya', { solved: true, missing: '' }],
  ['Sudah beres, terima kasih', { solved: true, missing: '' }],
  ['sudah beres terima kasih', { solved: true, missing: '' }],
  ['YA.', { solved: true, missing: '' }],
  ['belum', { solved: false, missing: '' }],
  ['Belum, lampunya masih mati', { solved: false, missing: 'lampunya masih mati' }],
  ['tidak', { solved: false, missing: '' }],
  ['ya tapi belum semua', undefined],
  ['yakin?', undefined],
])('"%s" is heard as a yes, a no with what is missing, or neither', (text, verdict) => {
  expect(readVerdict(text)).toEqual(verdict);
});
