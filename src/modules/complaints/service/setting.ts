import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { regionSettings } from '../../organisation/index.ts';

const Setting = z.object({
  complaints: z
    .object({
      service: z.string(),
      're-inspect-percent': z.number().min(0).max(100).optional(),
      'far-from-place': z.number().min(1).max(10_000).optional(),
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
