// Outlines of the kelurahan: what every map stands on, and which kelurahan a point lies in.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GeoPoint } from '../../lib/geo/distance.ts';
import { type Placed, placeIn } from '../../lib/geo/outline.ts';
import type { Context, Platform } from '../../platform/context.ts';
import { definePage, type Incoming, type Reply, type Route } from '../../platform/http/define.ts';
import { currentSnapshot } from './snapshot.ts';
import type { Boundaries } from './types.ts';

/** What a map is drawn on. Given as it is to the map of the design system. */
export interface MapGround {
  readonly tiles: string | undefined;
  readonly attribution: string;
  readonly outlines: string | undefined; // address of the sketch; the region may have none
}

export async function mapGround(ctx: Context): Promise<MapGround> {
  const known = await boundaries(ctx);
  const { mapTilesUrl: tiles, mapTilesAttribution: attribution } = ctx.config;
  return { tiles, attribution, outlines: known && `/wilayah/${versionOf(known)}` };
}

export async function boundaries(platform: Platform): Promise<(Boundaries & { readonly hash: string }) | undefined> {
  return (await currentSnapshot(platform)).boundaries;
}

/** The kelurahan of a point; undefined when the region has drawn none. */
export async function placeOfPoint(platform: Platform, point: GeoPoint): Promise<Placed | undefined> {
  const known = await boundaries(platform);
  return known && placeIn(known.outlines, point);
}

// Part of the address: a browser that keeps it a year must not keep an old form of it.
const form = 1;
const versionOf = ({ hash }: { readonly hash: string }): string => `${hash}-${form}.geojson`;
const written = new WeakMap<object, string>();

function asGeoJson(known: Boundaries): string {
  const areas = known.outlines.map(({ code, name, centre, shape }) => ({
    type: 'Feature',
    properties: { code, name, centre },
    geometry: { type: 'MultiPolygon', coordinates: shape },
  }));
  const coast = { type: 'MultiLineString', coordinates: known.coast };
  const features = [...areas, { type: 'Feature', properties: { kind: 'coast' }, geometry: coast }];
  return JSON.stringify({ type: 'FeatureCollection', confirmed: known.confirmed, features });
}

/** The same bytes until the outlines change: kept by browsers for a year under the address that names their version. */
async function answer(
  ctx: Context,
  { headers, version }: Pick<Incoming, 'headers'> & { version?: string },
): Promise<Reply> {
  const known = await boundaries(ctx);
  const body = known ? (written.get(known) ?? asGeoJson(known)) : '{"type":"FeatureCollection","features":[]}';
  if (known) written.set(known, body);
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const same = headers['if-none-match'] === etag;
  const lasting = known !== undefined && version === versionOf(known);
  return {
    kind: 'bytes',
    body: same ? '' : body,
    type: 'application/geo+json; charset=utf-8',
    status: same ? 304 : 200,
    inline: true,
    headers: {
      etag,
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding',
    },
  };
}

const latest = definePage({
  method: 'GET',
  url: '/wilayah.geojson',
  access: { kind: 'public' },
  handle: (ctx, incoming) => answer(ctx, incoming),
});
/** An address of its own for each version, not a query: the phones of the crew keep files by their path. */
const versioned = definePage({
  method: 'GET',
  url: '/wilayah/:version',
  access: { kind: 'public' },
  params: z.object({ version: z.string().max(60) }),
  handle: (ctx, { headers, params }) => answer(ctx, { headers, version: params.version }),
});

export const outlineRoutes: readonly Route[] = [latest, versioned];
