import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { regionSettings } from '../../organisation/index.ts';

const Setting = z.object({ complaints: z.object({ service: z.string() }).optional() });

/** The service whose cases are reports, as region.yaml names it. */
export async function complaintService(ctx: Context): Promise<string> {
  const { extra } = await regionSettings(ctx);
  return Setting.safeParse(extra).data?.complaints?.service ?? 'pengaduan';
}
