import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, formatMetres, metresBetween } from './distance.ts';

const indonesia = fc.record({
  lat: fc.double({ min: -11, max: 6, noNaN: true }),
  long: fc.double({ min: 95, max: 141, noNaN: true }),
});

test('a degree of latitude is about 111.2 km, and the way back is as long', () => {
  expect(metresBetween({ lat: -4, long: 119 }, { lat: -5, long: 119 })).toBeCloseTo(111_195, -2);
  fc.assert(
    fc.property(indonesia, indonesia, (a, b) => {
      expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 3);
    }),
  );
});

test('the box around a point leaves nothing out that is near enough', () => {
  const near = fc.double({ min: -0.2, max: 0.2, noNaN: true });
  fc.assert(
    fc.property(indonesia, near, near, fc.integer({ min: 1, max: 10_000 }), (point, north, east, metres) => {
      const other = { lat: point.lat + north, long: point.long + east };
      const box = boxAround(point, metres);
      const inside =
        other.lat >= box.south && other.lat <= box.north && other.long >= box.west && other.long <= box.east;
      if (metresBetween(point, other) <= metres * 0.999) expect(inside).toBe(true);
    }),
  );
});

test('a distance is told in metres, from a kilometre on in kilometres', () => {
  expect([formatMetres(31.6, 'id'), formatMetres(999, 'id')]).toEqual(['32 m', '999 m']);
  expect([formatMetres(2345, 'id'), formatMetres(2345, 'en')]).toEqual(['2,3 km', '2.3 km']);
});
