// Photos of a visit as they come: all of them in one form, or one by one from the script.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { GeoPoint } from '../../../lib/geo/distance.ts';
import type { Context } from '../../../platform/context.ts';
import { type Incoming, json, type Reply } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { keepPhoto, photoBefore, type ReadPhoto, takePhoto } from '../service/visit.ts';
import type { PhotoKind, PlaceSource } from '../types.ts';

const kinds = { sebelum: 'before', sesudah: 'after' } as const;
type Name = keyof typeof kinds;
const names: readonly Name[] = ['sebelum', 'sesudah'];

const Degrees = z.coerce.number();
const Place = z.object({ lat: Degrees.min(-90).max(90), long: Degrees.min(-180).max(180) });
/** What the phone says; nothing when it says nothing that can be. */
function placeIn(body: Readonly<Record<string, unknown>>): GeoPoint | undefined {
  if (body['lat'] === undefined || body['lat'] === '') return undefined;
  return Place.safeParse(body).data;
}

export interface Photos {
  readonly taken: readonly ReadPhoto[];
  readonly errors: ReadonlyMap<string, string>; // by question
}

/** New ones of this form and those that came with an earlier try of it. */
export async function takePhotos(
  ctx: Context,
  { files, body, sentence }: Pick<Incoming, 'files' | 'sentence'> & { body: Readonly<Record<string, unknown>> },
): Promise<Photos> {
  const taken: ReadPhoto[] = [];
  const errors = new Map<string, string>();
  for (const name of names) {
    taken.push(...listOf(body[`_${name}`]).flatMap((text) => fromHidden(String(text), kinds[name]) ?? []));
    for (const file of files.filter((one) => one.field === name && one.size > 0))
      try {
        taken.push(await takePhoto(ctx, { key: newId(), kind: kinds[name], file }));
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
        errors.set(name, sentence(error));
      }
  }
  return { taken, errors };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** `key|upload|lat|long|source`: what a form that comes back carries for a photo that has arrived. */
export function asHidden(photos: readonly ReadPhoto[], kind: PhotoKind): string[] {
  return photos
    .filter((photo) => photo.kind === kind)
    .map(({ key, uploadId, place, source }) =>
      [key, uploadId, place?.lat ?? '', place?.long ?? '', source ?? ''].join('|'),
    );
}
const Hidden = z.tuple([z.uuid(), z.uuid(), z.string(), z.string(), z.enum(['phone', 'photo', ''])]);
function fromHidden(text: string, kind: PhotoKind): ReadPhoto | undefined {
  const read = Hidden.safeParse(text.split('|')).data;
  if (!read) return undefined;
  const [key, uploadId, lat, long, source] = read;
  const place = placeIn({ lat, long });
  return { key, kind, uploadId, place, source: place && source !== '' ? source : undefined };
}

interface OnePhoto extends Pick<Incoming, 'files' | 'sentence'> {
  readonly params: { readonly visit: string };
  readonly body: Readonly<Record<string, unknown>> & {
    readonly key: string;
    readonly jenis: Name;
    readonly sumber?: PlaceSource | undefined;
  };
}
/** One photo from the script: a photo that has arrived before is answered the same and not looked at again. */
export async function photosIn(ctx: Context, { params, body, files, sentence }: OnePhoto): Promise<Reply> {
  const [file] = files;
  try {
    const before = await photoBefore(ctx, params.visit, body.key);
    if (before) return json({ state: 'sent', distance: before.distanceM });
    if (!file) throw new AppError('invalid', 'documents.no_file');
    const source = body.sumber;
    const read = await takePhoto(ctx, { key: body.key, kind: kinds[body.jenis], file, place: placeIn(body), source });
    return json({ state: 'sent', distance: (await keepPhoto(ctx, params.visit, read)).distanceM }, 201);
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    return json({ state: 'mistakes', sentence: sentence(error), errors: [] }, 422);
  }
}
