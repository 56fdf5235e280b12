// What of a report goes to the other side. No word of it leaves before personal data was taken out.
import { answerOf } from '../../../definition/fields/types.ts';
import type { Context } from '../../../platform/context.ts';
import { caseForSystem } from '../../cases/index.ts';
import { reportForSystem } from '../../complaints/index.ts';
import { areaLookup } from '../../organisation/index.ts';
import { scrub } from '../../triage/index.ts';
import { composeContent } from '../rules.ts';
import type { Content, PartnerEntry } from '../types.ts';

/** The answer by which somebody agrees that name and number go along. */
const agreement = 'bagikan';

export async function contentOf(
  ctx: Context,
  entry: PartnerEntry,
  { caseId, reference }: { readonly caseId: string; readonly reference: string },
): Promise<Content | undefined> {
  const found = await reportForSystem(ctx, caseId);
  const target = await caseForSystem(ctx, caseId);
  if (!found || !target) return undefined;
  const { report, publicText, photoPath } = found;
  const area = report.areaCode === null ? undefined : (await areaLookup(ctx)).name(report.areaCode);
  const answer = (id: string): string | undefined => {
    const value = answerOf(target.state.answers, id);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { level, category, lat, long } = report;
  return composeContent(
    entry,
    {
      ...{ level, category, lat, long },
      text: publicText ?? scrub(report.body),
      address: [scrub(report.place ?? ''), area, ctx.region.name].filter(Boolean).join(', '),
      media: photoPath === undefined ? null : `${ctx.config.publicUrl}${photoPath}`,
      person: { name: answer('nama'), phone: answer('hp'), email: answer('email') },
      agreed: answer(agreement) === 'ya',
    },
    reference,
  );
}
