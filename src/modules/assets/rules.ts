// Distances on the ground and what a list would change. Pure.
import type { Asset, ReadAsset } from './types.ts';

const metresPerDegree = 111_320; // of latitude; near the equator the error of a flat measure over a kilometre is centimetres

export interface Point {
  readonly lat: number;
  readonly long: number;
}
/** Metres between two points no more than some kilometres apart. */
export function metresBetween(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * metresPerDegree;
  const east = (a.long - b.long) * metresPerDegree * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** The box that holds everything within `metres` of the point. */
export function boxAround({ lat, long }: Point, metres: number) {
  const high = metres / metresPerDegree;
  const wide = high / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  return { south: lat - high, north: lat + high, west: long - wide, east: long + wide };
}

const compared = ['kind', 'name', 'category', 'ownerCode', 'areaCode', 'place', 'lat', 'long'] as const;

export function whatChanges(
  before: readonly Asset[],
  given: readonly ReadAsset[],
): { readonly added: ReadAsset[]; readonly changed: ReadAsset[]; readonly same: number } {
  const known = new Map(before.map((asset) => [asset.code, asset]));
  const added: ReadAsset[] = [];
  const changed: ReadAsset[] = [];
  for (const asset of given) {
    const old = known.get(asset.code);
    if (!old) added.push(asset);
    else if (!old.active || compared.some((key) => old[key] !== asset[key])) changed.push(asset);
  }
  return { added, changed, same: given.length - added.length - changed.length };
}
