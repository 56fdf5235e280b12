// Areas drawn as outlines, and which of them a point lies in. Pure, and small enough for a phone.
import type { GeoPoint } from './distance.ts';

/** [longitude, latitude], as GeoJSON has them. */
export type Position = readonly [number, number];
export type Ring = readonly Position[]; // the last position is the first again
export type Shape = readonly (readonly Ring[])[]; // parts of an area; in each the first ring is its edge, further ones are holes
export interface Outline {
  readonly code: string;
  readonly name: string;
  readonly centre: Position; // inside, where its name stands
  readonly shape: Shape;
}
/** sure: far enough from every neighbour. near: within `unsure` metres of one, so that a coarse outline may be wrong. */
export type Placed =
  | { readonly kind: 'sure'; readonly code: string }
  | { readonly kind: 'near'; readonly code: string; readonly others: readonly string[] }
  | { readonly kind: 'outside' };

export const unsureMetres = 100;
const metresPerDegree = 111_195;

/** Which area a point belongs to. Just outside of all, as on a shore drawn roughly, the nearest is meant. */
export function placeIn(outlines: readonly Outline[], point: GeoPoint, unsure = unsureMetres): Placed {
  const close = outlines
    .filter(({ shape }) => isClose(shape, point, unsure))
    .map(({ code, shape }) => ({ code, inside: holds(shape, point), metres: metresToEdge(shape, point) }))
    .filter(({ inside, metres }) => inside || metres < unsure)
    .sort((a, b) => Number(b.inside) - Number(a.inside) || a.metres - b.metres || (a.code < b.code ? -1 : 1));
  const [first, ...others] = close;
  if (!first) return { kind: 'outside' };
  if (first.inside && others.length === 0) return { kind: 'sure', code: first.code };
  return { kind: 'near', code: first.code, others: others.map(({ code }) => code) };
}

/** A ray to the east crosses the edges of what holds the point an odd number of times. */
export function holds(shape: Shape, { lat, long }: GeoPoint): boolean {
  let inside = false;
  for (const ring of shape.flat())
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1] ?? origin, ring[i] ?? origin];
      if (y1 > lat !== y2 > lat && long < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  return inside;
}
const origin: Position = [0, 0];

/** Metres to the nearest edge, from either side. For distances of a city: the ground is taken as flat. */
export function metresToEdge(shape: Shape, { lat, long }: GeoPoint): number {
  const wide = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  const flat = ([x, y]: Position): Position => [(x - long) * wide, (y - lat) * metresPerDegree];
  let least = Number.POSITIVE_INFINITY;
  for (const ring of shape.flat())
    for (let i = 1; i < ring.length; i++)
      least = Math.min(least, fromOrigin(flat(ring[i - 1] ?? origin), flat(ring[i] ?? origin)));
  return least;
}

/** From the origin to the stretch between two points. */
function fromOrigin([ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

/** [west, south, east, north] of everything drawn. */
export function boxOf(positions: readonly Position[]): readonly [number, number, number, number] {
  const [longs, lats] = [positions.map(([long]) => long), positions.map(([, lat]) => lat)];
  return [Math.min(...longs), Math.min(...lats), Math.max(...longs), Math.max(...lats)];
}

function isClose(shape: Shape, { lat, long }: GeoPoint, metres: number): boolean {
  const [west, south, east, north] = boxOf(shape.flat(2));
  const [high, wide] = [metres / metresPerDegree, metres / metresPerDegree / Math.cos((lat * Math.PI) / 180)];
  return lat >= south - high && lat <= north + high && long >= west - wide && long <= east + wide;
}

/** Square metres; holes taken off. */
export function squareMetres(shape: Shape): number {
  return shape.reduce((sum, [edge = [], ...gaps]) => sum + ringArea(edge) - gaps.map(ringArea).reduce(add, 0), 0);
}
const add = (a: number, b: number): number => a + b;

function ringArea(ring: Ring): number {
  const [, southernmost = 0] = ring[0] ?? origin;
  const scale = metresPerDegree ** 2 * Math.cos((southernmost * Math.PI) / 180);
  let twice = 0;
  for (let i = 1; i < ring.length; i++) twice += cross(ring[0] ?? origin, ring[i - 1] ?? origin, ring[i] ?? origin);
  return (Math.abs(twice) / 2) * scale;
}

function cross([ox, oy]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  return (ax - ox) * (by - oy) - (ay - oy) * (bx - ox);
}

/** A point well inside: the middle of the widest stretch on the line halfway up its largest part. */
export function centreOf(shape: Shape): Position {
  const largest = [...shape].sort((a, b) => squareMetres([b]) - squareMetres([a]))[0] ?? [];
  const [, south, , north] = boxOf(largest.flat());
  const lat = (south + north) / 2;
  const crossings = largest
    .flatMap((ring) => ring.slice(1).map((end, i) => [ring[i] ?? origin, end] as const))
    .filter(([[, y1], [, y2]]) => y1 > lat !== y2 > lat)
    .map(([[x1, y1], [x2, y2]]) => ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
    .sort((a, b) => a - b);
  const stretches = crossings.flatMap((west, i) => (i % 2 === 0 ? [[west, crossings[i + 1] ?? west] as const] : []));
  const [[west, east] = [0, 0]] = stretches.sort(([w1, e1], [w2, e2]) => e2 - w2 - (e1 - w1));
  return [round((west + east) / 2), round(lat)];
}
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The first place where a ring crosses itself, if it does; rings that only touch themselves pass. */
export function selfCrossing(ring: Ring): Position | undefined {
  const last = ring.length - 2;
  for (let i = 0; i <= last; i++)
    for (let j = i + 2; j <= last; j++) {
      const [a, b, c, d] = [ring[i] ?? origin, ring[i + 1] ?? origin, ring[j] ?? origin, ring[j + 1] ?? origin];
      if (cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0) return c;
    }
  return undefined;
}
