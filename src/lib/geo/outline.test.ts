import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  centreOf,
  holds,
  metresToEdge,
  type Outline,
  type Position,
  placeIn,
  selfCrossing,
  squareMetres,
} from './outline.ts';

/** A ring around the origin whose corners go round once: whatever the radii, it never crosses itself. */
const aRing = fc
  .array(fc.double({ min: 0.002, max: 0.05, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map((radii) => {
    const corners = radii.map((radius, i): Position => {
      const turn = (2 * Math.PI * i) / radii.length;
      return [119.6 + radius * Math.cos(turn), -4 + radius * Math.sin(turn)];
    });
    return [...corners, corners[0] ?? [0, 0]] as Position[];
  });
const aPoint = fc.record({
  lat: fc.double({ min: -4.06, max: -3.94, noNaN: true }),
  long: fc.double({ min: 119.54, max: 119.66, noNaN: true }),
});

/** The oracle: how often the ring turns around the point, by adding angles. */
function turnsAround(ring: readonly Position[], { lat, long }: { lat: number; long: number }): number {
  const angles = ring.map(([x, y]) => Math.atan2(y - lat, x - long));
  const turned = angles.slice(1).map((angle, i) => {
    const by = angle - (angles[i] ?? 0);
    return by - 2 * Math.PI * Math.round(by / (2 * Math.PI));
  });
  return Math.round(turned.reduce((sum, one) => sum + one, 0) / (2 * Math.PI));
}

describe('an outline', () => {
  test('holds exactly the points it turns around', () => {
    fc.assert(
      fc.property(aRing, aPoint, (ring, point) => {
        fc.pre(metresToEdge([[ring]], point) > 0.01); // on the line itself either answer is right
        expect(holds([[ring]], point)).toBe(turnsAround(ring, point) !== 0);
      }),
      { numRuns: 1000 },
    );
  });
  test('does not hold what lies in its holes, and holds what lies in any of its parts', () => {
    const square = (west: number, south: number, wide: number): Position[] => [
      [west, south],
      [west + wide, south],
      [west + wide, south + wide],
      [west, south + wide],
      [west, south],
    ];
    const shape = [[square(119, -4, 0.4), square(119.1, -3.9, 0.2)], [square(120, -4, 0.1)]];
    expect(holds(shape, { lat: -3.95, long: 119.05 })).toBe(true);
    expect(holds(shape, { lat: -3.8, long: 119.2 })).toBe(false);
    expect(holds(shape, { lat: -3.95, long: 120.05 })).toBe(true);
    expect(squareMetres(shape) / squareMetres([[square(119, -4, 0.1)]])).toBeCloseTo(16 - 4 + 1, 1);
  });
  test('has its name at a point inside', () => {
    fc.assert(
      fc.property(aRing, (ring) => {
        fc.pre(squareMetres([[ring]]) > 10_000);
        const [long, lat] = centreOf([[ring]]);
        expect(holds([[ring]], { lat, long }) || metresToEdge([[ring]], { lat, long }) < 2).toBe(true);
      }),
    );
  });
  test('is known to cross itself', () => {
    const bow: Position[] = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(selfCrossing(bow)).toBeDefined();
    fc.assert(
      fc.property(aRing, (ring) => {
        expect(selfCrossing(ring)).toBeUndefined();
      }),
    );
  });
});

describe('the area of a point', () => {
  const strip = (code: string, west: number): Outline => {
    const ring: Position[] = [
      [west, -4],
      [west + 0.01, -4],
      [west + 0.01, -3.99],
      [west, -3.99],
      [west, -4],
    ];
    return { code, name: code, centre: [west + 0.005, -3.995], shape: [[ring]] };
  };
  const strips = [strip('a', 119.6), strip('b', 119.61)];
  const at = (long: number, lat = -3.995) => placeIn(strips, { lat, long });

  test('is sure far from a neighbour, and only proposed within 100 m of one', () => {
    expect(at(119.605)).toEqual({ kind: 'sure', code: 'a' });
    expect(at(119.6095)).toEqual({ kind: 'near', code: 'a', others: ['b'] });
    expect(at(119.6105)).toEqual({ kind: 'near', code: 'b', others: ['a'] });
  });
  test('just outside of all is the nearest, and further away none', () => {
    expect(at(119.5995)).toEqual({ kind: 'near', code: 'a', others: [] });
    expect(at(119.59)).toEqual({ kind: 'outside' });
    expect(at(Number.NaN)).toEqual({ kind: 'outside' });
  });
});
