// What an officer's own office has in hand, and the photos its crew brings from the place. Nothing here tells who reported.

import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { getForOfficer } from '../../cases/index.ts';
import { attachUploads } from '../../documents/index.ts';
import { findReport, insertPhotos, listInHand, listPhotos, listPhotosOf, type Photo } from '../store/reports.ts';
import type { Point, Report } from '../types.ts';

const handler = 'petugas';
export interface InHand {
  readonly report: Report;
  readonly photos: readonly Photo[];
}

/** Units whose reports this officer works on. */
export function unitsInHand(ctx: Context): string[] {
  if (ctx.actor.kind !== 'officer') throw new AppError('unauthenticated', 'identity.login_required');
  return ctx.actor.memberships.filter(({ role }) => role === handler).map(({ unitId }) => unitId);
}

/** Reports the officer's units are working on, the one due first at the head. @throws forbidden for other roles. */
export async function reportsInHand(ctx: Context, limit: number): Promise<InHand[]> {
  const units = unitsInHand(ctx);
  if (units.length === 0) throw new AppError('forbidden', 'complaints.not_handler');
  const reports = await listInHand(ctx.db, units, limit);
  const photos = await listPhotosOf(
    ctx.db,
    reports.map(({ caseId }) => caseId),
  );
  return reports.map((report) => ({ report, photos: photos.filter(({ caseId }) => caseId === report.caseId) }));
}

/** One report with its photos. @throws not_found; forbidden without a seat on the case. */
export async function readInHand(ctx: Context, number: string): Promise<InHand> {
  const target = await getForOfficer(ctx, number);
  const report = await findReport(ctx.db, target.id);
  if (!report) throw new AppError('not_found', 'complaints.not_found');
  return { report, photos: await listPhotos(ctx.db, { caseId: target.id }) };
}

export interface SitePhoto {
  readonly caseId: string;
  readonly uploadId: string;
  readonly kind: 'before' | 'after';
  readonly place: Point | undefined;
  readonly distanceM: number | null;
}
/** A photo taken at the place becomes one of the report's. Brought twice it is there once. */
export async function keepSitePhoto(ctx: Context, photo: SitePhoto): Promise<void> {
  const { caseId, uploadId, kind, place, distanceM } = photo;
  const report = await findReport(ctx.db, caseId);
  if (!report) throw new AppError('not_found', 'complaints.not_found');
  await attachUploads(ctx, [uploadId]);
  const position = (await listPhotos(ctx.db, { caseId })).length;
  await insertPhotos(ctx.db, [
    {
      ...{ id: newId(), caseId, problemId: report.problemId, uploadId, publicUploadId: null, kind, position },
      ...{ lat: place?.lat ?? null, long: place?.long ?? null, distanceM, at: ctx.clock.now() },
    },
  ]);
}

/** The reported point of a case. */
export async function placeOfReport(ctx: Context, caseId: string): Promise<Pick<Report, 'lat' | 'long'>> {
  const report = await findReport(ctx.db, caseId);
  if (!report) throw new AppError('not_found', 'complaints.not_found');
  return { lat: report.lat, long: report.long };
}
