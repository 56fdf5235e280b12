import { z } from 'zod';
import { type LocalText, say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { findUnitByCode, regionSettings } from '../../organisation/index.ts';
import type { OutsideChannel } from '../types.ts';

const Words: z.ZodType<LocalText> = z.object({ id: z.string().min(1), en: z.string().min(1).optional() });
const BeyondEntry = z.object({ unit: z.string().optional(), phone: z.string().optional(), say: Words.optional() });

const Channel = z.object({
  name: z.object({ id: z.string(), en: z.string().optional() }),
  contact: z.string(),
  url: z.url({ protocol: /^https$/ }),
  confidence: z.enum(['sourced', 'typical']).default('typical'),
});
const Setting = z.object({
  complaints: z
    .object({
      service: z.string(),
      're-inspect-percent': z.number().min(0).max(100).optional(),
      'far-from-place': z.number().min(1).max(10_000).optional(),
      beyond: z.record(z.string(), BeyondEntry).optional(),
      whistleblower: z.array(Channel).optional(),
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

/** Who does handle what is not for the city, by the reason of the step `bukan-wewenang`. */
export interface Beyond {
  readonly who: string | undefined; // name of the body
  readonly phone: string | undefined;
  readonly say: string | undefined; // what is said to the reporter instead of or after that
}
export async function beyondCity(ctx: Context): Promise<ReadonlyMap<string, Beyond>> {
  const { extra } = await regionSettings(ctx);
  const entries = Object.entries(Setting.safeParse(extra).data?.complaints?.beyond ?? {});
  const known = entries.map(async ([reason, { unit: code, phone, say: words }]) => {
    const unit = code === undefined ? undefined : await findUnitByCode(ctx, code);
    const beyond: Beyond = {
      who: unit?.name,
      phone: phone ?? unit?.details.phone,
      say: words && say(words, 'id'), // what is written to a reporter begins in Indonesian; the officer changes it
    };
    return [reason, beyond] as const;
  });
  return new Map(await Promise.all(known));
}

/** Who can be turned to about wrongdoing by officials. */
export async function outsideChannels(ctx: Context): Promise<readonly OutsideChannel[]> {
  const { extra } = await regionSettings(ctx);
  return Setting.safeParse(extra).data?.complaints?.whistleblower ?? [];
}
