// The other side says it is done. Our case stays open: the person who reported it is asked, as after every closing.
import type { Context } from '../../../platform/context.ts';
import { caseForSystem, performAction } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { findUnitByCode } from '../../organisation/index.ts';
import { closedUndone } from '../rules.ts';
import { findForwarded, latestStatus } from '../store/forwarded.ts';
import type { PartnerEntry } from '../types.ts';

/** Steps of the workflow: the reporter is asked, or it goes back to whoever dispatches. A region whose workflow has none only tells. */
const steps = { done: 'mitra-selesai', undone: 'mitra-menolak' } as const;

/** Only while the partner answers for the case: a report that has gone elsewhere is not closed by whoever had it before. */
export async function whenClosed(ctx: Context, entry: PartnerEntry, id: string): Promise<void> {
  const row = await findForwarded(ctx.db, id);
  const target = row && (await caseForSystem(ctx, row.caseId));
  if (!row || !target) return;
  // Nobody is asked whether something is solved that was not even tried.
  const undone = closedUndone({ notes: row.theirNotes, status: await latestStatus(ctx.db, id) });
  if (!undone && entry['when-closed'] !== 'ask') return;
  const step = undone ? steps.undone : steps.done;
  const unit = await findUnitByCode(ctx, row.partner);
  if (target.state.unitId !== unit?.id) return;
  const { definition } = await getVersion(ctx, target.state.versionId);
  const action = definition.workflow.actions.find((one) => one.do === step);
  if (!action?.from.includes(target.state.state)) return;
  const command = { action: step, recorded: {}, told: true };
  await performAction(ctx, { number: row.number, requestId: `partner-closed:${row.id}:${row.version}`, command });
}
