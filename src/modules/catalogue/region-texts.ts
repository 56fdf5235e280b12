// What region.yaml says to the public: how to complain, the maklumat, names of sectors, contacts. All of it is content and
// may be missing; a page then leaves that part out.
import { z } from 'zod';
import { LocalText } from '../../definition/schema.ts';
import type { Context } from '../../platform/context.ts';
import { regionSettings } from '../organisation/index.ts';

const Channel = z.object({
  name: LocalText,
  contact: z.string(),
  url: z.string().startsWith('https://').optional(),
  hours: LocalText.optional(),
});
const RegionTexts = z.object({
  government: LocalText.optional().catch(undefined),
  contact: z
    .object({
      emergency: z.string().optional(),
      'call-centre': z.string().optional(),
      whatsapp: z.string().optional(),
      address: LocalText.optional(),
    })
    .catch({}),
  complaints: z
    .object({ service: z.string().optional(), channels: z.array(Channel).default([]), note: LocalText.optional() })
    .catch({ channels: [] }),
  hotline: z.object({ service: z.string() }).optional().catch(undefined),
  maklumat: z.object({ text: LocalText, 'signed-by': LocalText.optional() }).optional().catch(undefined),
  sectors: z.record(z.string(), LocalText).catch({}),
});
export type RegionTexts = z.infer<typeof RegionTexts>;
export type ComplaintChannel = z.infer<typeof Channel>;

export async function regionTexts(ctx: Context): Promise<RegionTexts> {
  return RegionTexts.parse((await regionSettings(ctx)).extra);
}
