// The sketch of Parepare: coarse, unconfirmed, but whole. What is held here holds for a survey that replaces it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { boxOf, holds, type Outline, squareMetres } from '../../src/lib/geo/outline.ts';
import { readBoundaries } from '../../src/modules/organisation/testing.ts';
import { projectRoot } from '../../src/platform/root.ts';

const dir = join(projectRoot, 'regions', 'parepare');
const areas = readFileSync(join(dir, 'areas.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([code = '', name = '', level = '']) => ({ code, name, level }));
const villages = areas.filter(({ level }) => level === 'village');
let outlines: readonly Outline[];
let coast: readonly (readonly (readonly [number, number])[])[];
let confirmed: boolean;
beforeAll(async () => {
  const read = await readBoundaries(join(dir, 'boundaries.geojson'), areas);
  ({ outlines, coast, confirmed } = read ?? { outlines: [], coast: [], confirmed: true });
});

describe('the outlines of the kelurahan', () => {
  it('name every kelurahan of areas.csv once, and are marked as unconfirmed', () => {
    expect(outlines.map(({ code }) => code)).toEqual(villages.map(({ code }) => code).sort());
    expect(confirmed).toBe(false);
    expect(readFileSync(join(dir, 'NOTICE'), 'utf8')).toContain('copyright (c) 2024 by cahya dsn');
  });
  it('have their names inside', () => {
    for (const { shape, centre } of outlines) expect(holds(shape, { long: centre[0], lat: centre[1] })).toBe(true);
  });
  it('lie in the box of the city and share their corners: each inner corner belongs to a neighbour too', () => {
    const [west, south, east, north] = boxOf(outlines.flatMap(({ shape }) => shape.flat(2)));
    expect([west >= 119.6, east <= 119.74, south >= -4.1, north <= -3.95]).toEqual([true, true, true, true]);
    const shared = new Map<string, number>();
    for (const { shape } of outlines)
      for (const corner of new Set(shape.flat(2).map(String))) shared.set(corner, (shared.get(corner) ?? 0) + 1);
    for (const { name, shape } of outlines)
      expect(shape.flat(2).filter((corner) => (shared.get(String(corner)) ?? 0) > 1).length, name).toBeGreaterThan(1);
  });
  it('cover 90 km2 of the official 99.33, not more than 10 % less or any more', () => {
    const whole = outlines.reduce((sum, { shape }) => sum + squareMetres(shape), 0) / 1e6;
    expect(whole / 99.33).toBeGreaterThan(0.9);
    expect(whole / 99.33).toBeLessThan(1);
  });
  it('overlap and gape on less than a hundredth of the city, by the middles of squares of 55 m', () => {
    const [west, south, east, north] = boxOf(outlines.flatMap(({ shape }) => shape.flat(2)));
    let [once, twice] = [0, 0];
    for (let lat = south; lat < north; lat += 0.0005)
      for (let long = west; long < east; long += 0.0005) {
        const held = outlines.filter(({ shape }) => holds(shape, { lat, long })).length;
        if (held > 0) once += 1;
        if (held > 1) twice += 1;
      }
    const squares = outlines.reduce((sum, { shape }) => sum + squareMetres(shape), 0) / (55.6 * 55.5);
    expect(twice / once).toBeLessThan(0.005);
    expect(Math.abs(once / squares - 1)).toBeLessThan(0.01);
  });
  it('meet the sea along the coast, which is drawn once', () => {
    const corners = new Set(outlines.flatMap(({ shape }) => shape.flat(2).map(String)));
    expect(coast.flat().length).toBeGreaterThan(40);
    expect(coast.flat().filter((corner) => !corners.has(String(corner)))).toEqual([]);
  });
  it('hold the place where the map of the form opens', () => {
    const [, lat, long] =
      /map-centre: \[(-?[\d.]+), ([\d.]+)\]/.exec(readFileSync(join(dir, 'region.yaml'), 'utf8')) ?? [];
    expect(outlines.some(({ shape }) => holds(shape, { lat: Number(lat), long: Number(long) }))).toBe(true);
  });
  it('are a small file', () => {
    const file = readFileSync(join(dir, 'boundaries.geojson'));
    expect(file.length).toBeLessThan(30_000);
    expect(gzipSync(file).length).toBeLessThan(12_000);
  });
});
