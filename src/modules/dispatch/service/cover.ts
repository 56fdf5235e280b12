// Covering faces and number plates in a photo, and reading the original with a reason.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Area } from '../../../platform/images/index.ts';
import { type CaseRow, getForOfficer, recordReading, recordReadingOnce } from '../../cases/index.ts';
import { canModerate, type Photo, photosOf } from '../../complaints/index.ts';
import { coverUpload, readUpload, type Upload } from '../../documents/index.ts';
import { insertRedaction, latestRedactions, type Redaction } from '../store/redactions.ts';

export const areasAtMost = 8;
export interface OpenedPhoto {
  readonly target: CaseRow;
  readonly photo: Photo;
}

/** @throws not_found, forbidden without a seat on the case. */
export async function openPhoto(ctx: Context, number: string, photoId: string): Promise<OpenedPhoto> {
  const target = await getForOfficer(ctx, number);
  const photo = (await photosOf(ctx, target.id)).find(({ id }) => id === photoId);
  if (!photo) throw new AppError('not_found', 'dispatch.no_photo');
  return { target, photo };
}

/** As everybody in the house sees it: covered where somebody has covered it. */
export async function readPhoto(
  ctx: Context,
  { target, photo }: OpenedPhoto,
): Promise<{ upload: Upload; bytes: Uint8Array }> {
  await recordReadingOnce(ctx, target, { subject: 'document:foto-bukti', reason: 'handling' });
  return readUpload(ctx, photo.uploadId);
}

/** The photo as it came. The reason is kept, and the reporter can read it. @throws invalid `dispatch.reason_missing` */
export async function readOriginal(
  ctx: Context,
  { target, photo }: OpenedPhoto,
  reason: string,
): Promise<{ upload: Upload; bytes: Uint8Array }> {
  const why = reason.trim().slice(0, 200);
  if (why === '') throw new AppError('invalid', 'dispatch.reason_missing');
  requireModerator(ctx, target);
  await recordReading(ctx, target, 'document:foto-asli', why);
  return readUpload(ctx, photo.uploadId, { original: true });
}

function requireModerator(ctx: Context, { state }: CaseRow): void {
  if (ctx.actor.kind !== 'officer' || !canModerate(ctx.actor, state))
    throw new AppError('forbidden', 'complaints.not_moderator');
}

/** @throws invalid `dispatch.nothing_covered`; forbidden for others than verifiers. */
export async function coverPhoto(
  ctx: Context,
  { target, photo }: OpenedPhoto,
  areas: readonly Area[],
): Promise<Redaction> {
  requireModerator(ctx, target);
  if (areas.length === 0 || areas.length > areasAtMost) throw new AppError('invalid', 'dispatch.nothing_covered');
  return inTransaction(ctx, async (ctx) => {
    const covered = await coverUpload(ctx, photo.uploadId, areas);
    const redaction: Redaction = {
      ...{ id: newId(), caseId: target.id, photoId: photo.id, areas },
      ...{ originalUpload: photo.uploadId, coveredUpload: covered.id },
      officerId: ctx.actor.kind === 'officer' ? ctx.actor.id : null,
      at: ctx.clock.now(),
    };
    await insertRedaction(ctx.db, redaction);
    return redaction;
  });
}

export async function redactionOf(ctx: Context, photoId: string): Promise<Redaction | undefined> {
  return (await latestRedactions(ctx.db, [photoId])).get(photoId);
}
export const redactionsOf = (ctx: Context, photos: readonly Photo[]): Promise<ReadonlyMap<string, Redaction>> =>
  latestRedactions(
    ctx.db,
    photos.map(({ id }) => id),
  );
