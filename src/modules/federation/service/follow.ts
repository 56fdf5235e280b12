// A report goes to a unit that has a server of its own: it goes there, too. Handing over closes nothing here.
import { randomBytes } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { CaseActed, CaseRow } from '../../cases/index.ts';
import { reportForSystem } from '../../complaints/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { changeForwarded, insertForwarded, listOfCase } from '../store/forwarded.ts';
import { findPartner } from '../store/partners.ts';
import { endpointOf } from './connection.ts';

/** Which unit has to do with the case after this step, when that is somebody new. */
function unitAfter({ target, action }: CaseActed): string | undefined {
  const { unitId, roleUnits } = target.state;
  if (action.do === 'alihkan') return roleUnits.penerima;
  return action.do === 'teruskan' || action.do === 'terima' ? unitId : undefined;
}

export async function forwardOn(ctx: Context, event: CaseActed): Promise<void> {
  const { target } = event;
  if (target.state.closedAt !== undefined) return endForwarding(ctx, target);
  const unitId = unitAfter(event);
  if (unitId === undefined) return;
  const entry = await findPartner(ctx.db, (await getUnit(ctx, unitId)).code);
  if (!entry || !endpointOf(ctx, entry)) return;
  await forwardTo(ctx, target, entry.unit);
}

/** One report is at one partner once, however often it is handed there. */
async function forwardTo(ctx: Context, { id: caseId, number }: CaseRow, partner: string): Promise<void> {
  const now = ctx.clock.now();
  const found = await reportForSystem({ ...ctx, actor: { kind: 'system', name: 'federation' } }, caseId);
  if (!found) return;
  const held = found.report.level === 'secret';
  const id = newId();
  const row = {
    ...{ id, caseId, number, partner, reference: `ref-${randomBytes(6).toString('hex')}`, createdAt: now },
    state: held ? ('held' as const) : ('waiting' as const),
    nextTryAt: held ? null : now,
    troubleCode: held ? 'secret' : null,
  };
  const fresh = await insertForwarded(ctx.db, row);
  if (fresh && !held) await ctx.jobs.add(ctx.db, 'federation.send', { id }, { maxAttempts: 1 });
}

/** Our case is closed: nobody waits for the other side any more. */
export async function endForwarding(ctx: Context, target: CaseRow): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    for (const row of await listOfCase(ctx.db, target.id))
      await changeForwarded(ctx.db, row, { state: 'ended', nextTryAt: null, content: null, at: ctx.clock.now() });
  });
}
