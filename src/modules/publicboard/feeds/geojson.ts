// RFC 7946: longitude first. Only problems with a point; the address is an absolute link.
import { type Entry, placeOf } from './entry.ts';

/** @param thinned says in the answer that the box holds more */
export function entriesAsGeoJson(entries: readonly Entry[], thinned?: boolean): string {
  const features = entries.flatMap((entry) => {
    const { lat, long, code, title, category, status, closedHow, reports, supporters, openedAt, updatedAt } =
      entry.problem;
    if (lat === null || long === null) return [];
    const properties = {
      ...{ code, title, category, categoryName: entry.category ?? null, status, closedHow, state: entry.state },
      ...{ unit: entry.unit, place: placeOf(entry), reports, supporters },
      ...{ openedAt: openedAt.toISOString(), updatedAt: updatedAt.toISOString(), url: entry.address },
    };
    return [{ type: 'Feature', id: code, geometry: { type: 'Point', coordinates: [long, lat] }, properties }];
  });
  return JSON.stringify({ type: 'FeatureCollection', ...(thinned === undefined ? {} : { thinned }), features });
}
