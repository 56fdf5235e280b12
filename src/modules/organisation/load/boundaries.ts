// boundaries.geojson: outlines of kelurahan and the coast. A region without the file has maps without a sketch.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import {
  centreOf,
  type Outline,
  type Position,
  type Ring,
  type Shape,
  selfCrossing,
} from '../../../lib/geo/outline.ts';
import type { Boundaries } from '../types.ts';

export const boundariesFile = 'boundaries.geojson';
const positionsAtMost = 6000; // a sketch, read by every map: finer surveys are simplified first

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ring = z.array(position).min(4);
const status = z.enum(['unconfirmed', 'confirmed']);
const source = z.string().min(1).max(300);
const Area = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({ code: z.string(), name: z.string().min(1), status, source }),
  geometry: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
  ]),
});
const Coast = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({ kind: z.literal('coast'), status, source }),
  geometry: z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
});
const BoundariesFile = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.union([Area, Coast])).min(1),
});

type Known = readonly { readonly code: string; readonly name: string; readonly level: string }[];

/** @throws invalid `organisation.content_wrong` naming the place in the file. */
export async function readBoundaries(path: string, areas: Known): Promise<Boundaries | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = BoundariesFile.safeParse(jsonOf(text));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw wrong(first?.path.join('.') ?? '', first?.message ?? '');
  }
  const outlines: Outline[] = [];
  const coast: Position[][] = [];
  for (const { properties, geometry } of parsed.data.features) {
    if (geometry.type === 'LineString') coast.push(geometry.coordinates);
    else if ('code' in properties) {
      const shape = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      outlines.push({ code: properties.code, name: properties.name, centre: centreOf(shape), shape });
    }
  }
  requireOrder(outlines, areas);
  const all = [...outlines.flatMap(({ shape }) => shape.flat(2)), ...coast.flat()];
  if (all.length > positionsAtMost) throw wrong('features', `${all.length} > ${positionsAtMost}`);
  const confirmed = parsed.data.features.every(({ properties }) => properties.status === 'confirmed');
  return { outlines: outlines.sort((a, b) => (a.code < b.code ? -1 : 1)), coast, confirmed };
}

function requireOrder(outlines: readonly Outline[], areas: Known): void {
  const known = new Map(areas.filter(({ level }) => level === 'village').map((area) => [area.code, area]));
  const seen = new Set<string>();
  for (const { code, name, shape } of outlines) {
    if (known.get(code)?.name !== name) throw wrong(code, `areas.csv: ${name}`);
    if (seen.has(code)) throw wrong(code, 'twice');
    seen.add(code);
    requireRings(code, shape);
  }
}

function requireRings(code: string, shape: Shape): void {
  for (const edge of shape.flat()) {
    if (!isClosed(edge)) throw wrong(code, 'ring is not closed');
    const place = selfCrossing(edge);
    if (place) throw wrong(code, `ring crosses itself near ${place.join(', ')}`);
  }
}

function isClosed(edge: Ring): boolean {
  return edge[0]?.join() === edge.at(-1)?.join();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw wrong('', cause instanceof Error ? cause.message : '');
  }
}

function wrong(place: string, problem: string): AppError {
  return new AppError('invalid', 'organisation.content_wrong', { params: { file: boundariesFile, place, problem } });
}
