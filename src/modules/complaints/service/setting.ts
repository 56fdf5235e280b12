import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { regionSettings } from '../../organisation/index.ts';

const Setting = z.object({
  complaints: z
    .object({
      service: z.string(),
      're-inspect-percent': z.number().min(0).max(100).optional(),
      'far-from-place': z.number().min(1).max(10_000).optional(),
      'map-centre': z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
    })
    .optional(),
});

/** Of how many closed problems in a hundred somebody looks again whether they are really solved. */
export async function reinspectPercent(ctx: Context): Promise<number> {
  const { extra } = await regionSettings(ctx);
  return Setting.safeParse(extra).data?.complaints?.['re-inspect-percent'] ?? 2;
}

/** The service whose cases are reports, as region.yaml names it. */
export async function complaintService(ctx: Context): Promise<string> {
  const { extra } = await regionSettings(ctx);
  return Setting.safeParse(extra).data?.complaints?.service ?? 'pengaduan';
}

/** A photo taken more metres than this from the reported point carries a warning. */
export async function farFromPlaceMetres(ctx: Context): Promise<number> {
  const { extra } = await regionSettings(ctx);
  return Setting.safeParse(extra).data?.complaints?.['far-from-place'] ?? 100;
}

/** Where the map of the form opens: 'latitude,longitude'; undefined when region.yaml names no place, then there is no map. */
export async function mapCentre(ctx: Context): Promise<string | undefined> {
  const { extra } = await regionSettings(ctx);
  return Setting.safeParse(extra).data?.complaints?.['map-centre']?.join(',');
}
