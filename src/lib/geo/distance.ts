// Distances on the ground between points of WGS84. Pure.

export interface GeoPoint {
  readonly lat: number; // degrees
  readonly long: number;
}
export interface GeoBox {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const earthRadius = 6_371_000; // metres, the mean
const radians = Math.PI / 180;
const metresPerDegree = earthRadius * radians; // of latitude

/** Metres along the great circle. */
export function metresBetween(a: GeoPoint, b: GeoPoint): number {
  const sLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const sLong = Math.sin(((b.long - a.long) * radians) / 2);
  const h = sLat * sLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * sLong * sLong;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A box that holds everything within `metres` of the point; for distances of a city, away from the poles. */
export function boxAround({ lat, long }: GeoPoint, metres: number): GeoBox {
  const high = metres / metresPerDegree;
  const wide = high / Math.max(0.05, Math.cos(lat * radians));
  return { south: lat - high, north: lat + high, west: long - wide, east: long + wide };
}

/** As people say it: whole metres, from a kilometre on one decimal. */
export function formatMetres(metres: number, locale: 'id' | 'en'): string {
  if (metres < 1000) return `${Math.round(metres)} m`;
  const kilometres = (metres / 1000).toFixed(1);
  return `${locale === 'id' ? kilometres.replace('.', ',') : kilometres} km`;
}
