// Recording a visit: the words first, the photos after, then the report is said to be solved. Each of the three may come twice.
import { readFile } from 'node:fs/promises';
import { claimedVisit } from '../../../lib/dates/claimed-time.ts';
import { AppError } from '../../../lib/errors.ts';
import type { GeoPoint } from '../../../lib/geo/distance.ts';
import { placeInPhoto } from '../../../lib/geo/exif.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import type { UploadedFile } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { carriedOut, commandFrom, getForOfficer, performAction } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { keepSitePhoto, placeOfReport, readInHand, unitsInHand } from '../../complaints/index.ts';
import { acceptUpload } from '../../documents/index.ts';
import { distanceFrom, photosAtMost } from '../rules.ts';
import { findVisit, findVisitByKey, insertPhoto, insertVisit, listPhotos } from '../store.ts';
import type { PhotoKind, PlaceSource, Visit, VisitContent, VisitPhoto } from '../types.ts';

export function officerOf(ctx: Context): Officer {
  if (ctx.actor.kind !== 'officer') throw new AppError('unauthenticated', 'identity.login_required');
  return ctx.actor;
}

export interface Recording {
  readonly number: string;
  readonly key: string; // this officer's visit with the same key is the same visit
  readonly content: VisitContent;
  readonly visitedAt?: string | undefined; // by the phone's clock
}
/** @throws not_found; forbidden without a seat on the report's case, or for who does no work in the field. */
export async function recordVisit(ctx: Context, { number, key, content, visitedAt }: Recording): Promise<Visit> {
  const officer = officerOf(ctx);
  const before = await findVisitByKey(ctx.db, officer.id, key);
  if (before) return before;
  const { report } = await readInHand(ctx, number);
  const units = unitsInHand(ctx);
  const unitId = units.includes(report.unitId) ? report.unitId : units[0];
  if (unitId === undefined) throw new AppError('forbidden', 'complaints.not_handler');
  const now = ctx.clock.now();
  const claimed = claimedVisit(visitedAt, { openedAt: report.reportedAt.toISOString(), now });
  const visit: Visit = {
    ...{ id: newId(), caseId: report.caseId, officerId: officer.id, unitId, key, ...content },
    visitedAt: claimed === undefined ? now : new Date(claimed),
    at: now,
  };
  if (await insertVisit(ctx.db, visit)) return visit;
  return (await findVisitByKey(ctx.db, officer.id, key)) ?? visit; // the same one, sent twice at once
}

/** A visit stays its officer's, whoever has the report by now. @throws not_found, forbidden */
async function ownVisit(ctx: Context, id: string): Promise<Visit> {
  const visit = await findVisit(ctx.db, id);
  if (!visit) throw new AppError('not_found', 'crew.not_found');
  if (visit.officerId !== officerOf(ctx).id) throw new AppError('forbidden', 'crew.not_yours');
  return visit;
}

export interface TakenPhoto {
  readonly key: string; // of this visit: sent again it is the same photo
  readonly kind: PhotoKind;
  readonly file: UploadedFile;
  readonly place?: GeoPoint | undefined; // else what the file itself says
  readonly source?: PlaceSource | undefined; // of that place
}
export interface ReadPhoto {
  readonly key: string;
  readonly kind: PhotoKind;
  readonly uploadId: string;
  readonly place: GeoPoint | undefined;
  readonly source: PlaceSource | undefined;
}
/** Takes the file in; its position is read before it is thrown away with the rest. @throws invalid `images.*` or `crew.not_a_photo` */
export async function takePhoto(
  ctx: Context,
  { key, kind, file, place, source = 'phone' }: TakenPhoto,
): Promise<ReadPhoto> {
  const found = place ?? placeInPhoto(await readFile(file.path));
  const upload = await acceptUpload(ctx, file);
  if (!upload.mediaType.startsWith('image/')) throw new AppError('invalid', 'crew.not_a_photo');
  return { key, kind, uploadId: upload.id, place: found, source: place ? source : found && 'photo' };
}

/** @returns the photo as it is kept. A fifth of its kind is refused. @throws conflict `crew.too_many_photos` */
export async function keepPhoto(ctx: Context, visitId: string, photo: ReadPhoto): Promise<VisitPhoto> {
  return inTransaction(ctx, async (ctx) => {
    const visit = await ownVisit(ctx, visitId);
    const here = await listPhotos(ctx.db, { visitId });
    const same = here.find(({ key }) => key === photo.key);
    if (same) return same;
    if (here.filter(({ kind }) => kind === photo.kind).length >= photosAtMost)
      throw new AppError('conflict', 'crew.too_many_photos');
    const { key, kind, uploadId, place, source } = photo;
    const distanceM = distanceFrom(await placeOfReport(ctx, visit.caseId), place);
    const kept: VisitPhoto = {
      ...{ id: newId(), visitId, caseId: visit.caseId, key, uploadId, kind, source: source ?? null },
      ...{ lat: place?.lat ?? null, long: place?.long ?? null, distanceM, at: ctx.clock.now() },
    };
    if (await insertPhoto(ctx.db, kept))
      await keepSitePhoto(ctx, { caseId: visit.caseId, uploadId, kind, place, distanceM });
    return kept;
  });
}

/** Whether this photo has arrived before: then its bytes need not be looked at again. */
export async function photoBefore(ctx: Context, visitId: string, key: string): Promise<VisitPhoto | undefined> {
  await ownVisit(ctx, visitId);
  return (await listPhotos(ctx.db, { visitId })).find((photo) => photo.key === key);
}

const step = 'selesaikan';
/**
 * The workflow's own step, with the photos of how it is now as proof. Once for each visit.
 * @throws conflict when the report is no longer in hand; invalid `cases.form_invalid` without a photo and without a reason
 */
export async function sayItIsSolved(
  ctx: Context,
  {
    number,
    visitId,
    withoutPhoto,
  }: { readonly number: string; readonly visitId: string; readonly withoutPhoto: string },
): Promise<void> {
  const visit = await ownVisit(ctx, visitId);
  const requestId = `crew:${visit.id}`;
  if (await carriedOut(ctx, number, requestId)) return;
  const target = await getForOfficer(ctx, number);
  if (target.id !== visit.caseId) throw new AppError('not_found', 'crew.not_found');
  const { definition } = await getVersion(ctx, target.state.versionId);
  const proof = (await listPhotos(ctx.db, { visitId })).filter(({ kind }) => kind === 'after');
  const data = {
    dikerjakan: visit.work,
    bukti: proof.map(({ uploadId }) => uploadId),
    ...(proof.length === 0 ? { tanpa_foto: withoutPhoto } : {}),
  };
  const command = await commandFrom(ctx, definition, target.state, { action: step, data });
  await performAction(ctx, { number, requestId, command });
}
