// The visits of one report as staff read them.
import { formatDateTime } from '../../../lib/dates/format.ts';
import type { Context } from '../../../platform/context.ts';
import { getForOfficer } from '../../cases/index.ts';
import { farFromPlaceMetres } from '../../complaints/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { totalsOf, type VisitTotals } from '../rules.ts';
import { listPhotos, listVisits } from '../store.ts';
import type { Material, PhotoKind, PlaceSource } from '../types.ts';
import { photoAddress } from './jobs.ts';

export interface ShownPhoto {
  readonly address: string;
  readonly kind: PhotoKind;
  readonly source: PlaceSource | null;
  readonly distanceM: number | null;
  readonly far: boolean; // farther from the reported point than the region finds usual
}
export interface ShownVisit {
  readonly id: string;
  readonly who: string;
  readonly when: string;
  readonly work: string;
  readonly note: string | null;
  readonly minutes: number | null;
  readonly materials: readonly Material[];
  readonly photos: readonly ShownPhoto[];
}
export interface VisitHistory {
  readonly totals: VisitTotals;
  readonly visits: readonly ShownVisit[]; // the latest first
}

/** @throws not_found; forbidden without a seat on the case. */
export async function visitsOf(ctx: Context, number: string): Promise<VisitHistory> {
  const target = await getForOfficer(ctx, number);
  const [visits, photos, far] = await Promise.all([
    listVisits(ctx.db, target.id),
    listPhotos(ctx.db, { caseId: target.id }),
    farFromPlaceMetres(ctx),
  ]);
  const people = await getOfficers(
    ctx,
    visits.map(({ officerId }) => officerId),
  );
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  return {
    totals: totalsOf(visits),
    visits: visits.map(({ id, officerId, visitedAt, work, note, minutes, materials }) => ({
      ...{ id, work, note, minutes, materials },
      who: people.get(officerId)?.name ?? '',
      when: formatDateTime(visitedAt, style),
      photos: photos
        .filter(({ visitId }) => visitId === id)
        .map(({ uploadId, kind, source, distanceM }) => ({
          ...{ kind, source, distanceM },
          address: photoAddress(target.number, uploadId),
          far: distanceM !== null && distanceM > far,
        })),
    })),
  };
}
