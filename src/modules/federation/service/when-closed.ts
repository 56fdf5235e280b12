// The other side says it is done. Our case stays open: the person who reported it is asked, as after every closing.
import type { Context } from '../../../platform/context.ts';
import { caseForSystem, performAction } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { findUnitByCode } from '../../organisation/index.ts';
import { findForwarded } from '../store/forwarded.ts';
import type { PartnerEntry } from '../types.ts';

/** The step of the workflow that asks; a region whose workflow has none only tells. */
const step = 'mitra-selesai';

/** Only while the partner answers for the case: a report that has gone elsewhere is not closed by whoever had it before. */
export async function whenClosed(ctx: Context, entry: PartnerEntry, id: string): Promise<void> {
  const row = await findForwarded(ctx.db, id);
  const target = row && (await caseForSystem(ctx, row.caseId));
  if (entry['when-closed'] !== 'ask' || !row || !target) return;
  const unit = await findUnitByCode(ctx, row.partner);
  if (target.state.unitId !== unit?.id) return;
  const { definition } = await getVersion(ctx, target.state.versionId);
  const action = definition.workflow.actions.find((one) => one.do === step);
  if (!action?.from.includes(target.state.state)) return;
  const command = { action: step, recorded: {}, told: true };
  await performAction(ctx, { number: row.number, requestId: `partner-closed:${row.id}:${row.version}`, command });
}
