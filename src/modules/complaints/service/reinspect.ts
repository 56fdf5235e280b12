// A few of the closed reports are looked at again, wherever they were closed and whoever said they were solved. Which ones
// follows from the id of the case alone: nobody chooses them, nobody can know before, everybody can check afterwards.
import { createHash } from 'node:crypto';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { getForOfficer } from '../../cases/index.ts';
import { canModerate } from '../access.ts';
import { insertAsked, listAsked, listWaitingInspections } from '../store/history.ts';
import { findReport } from '../store/reports.ts';
import type { Report } from '../types.ts';

/** True for `percent` of all ids. */
export function isDrawn(caseId: string, percent: number): boolean {
  const digest = createHash('sha256').update(`re-inspect\n${caseId}`).digest();
  return digest.readUInt32BE(0) % 10_000 < percent * 100;
}

/** Closed reports drawn for another look and not looked at yet, the oldest first. For verifiers, of the reports their own unit sorts. */
export async function waitingInspections(ctx: Context): Promise<Report[]> {
  const memberships = ctx.actor.kind === 'officer' ? ctx.actor.memberships : [];
  const units = memberships.filter(({ role }) => role === 'verifikator').map(({ unitId }) => unitId);
  if (units.length === 0) throw new AppError('forbidden', 'complaints.not_moderator');
  const ids = await listWaitingInspections(ctx.db, units, 200);
  const reports = await Promise.all(ids.map((id) => findReport(ctx.db, id)));
  return reports.flatMap((report) => report ?? []);
}

/** What was found on site. @throws conflict when it was not drawn, or was looked at already. */
export async function recordInspection(
  ctx: Context,
  found: { readonly number: string; readonly good: boolean; readonly note: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const target = await getForOfficer(ctx, found.number);
    if (ctx.actor.kind !== 'officer' || !canModerate(ctx.actor, target.state))
      throw new AppError('forbidden', 'complaints.not_moderator');
    const said = await listAsked(ctx.db, target.id);
    const drawn = said.some(({ what }) => what === 'inspect') && !said.some(({ what }) => what.startsWith('inspected'));
    if (!drawn) throw new AppError('conflict', 'complaints.not_drawn');
    await insertAsked(ctx.db, {
      ...{ id: newId(), caseId: target.id, problemId: (await findReport(ctx.db, target.id))?.problemId ?? null },
      ...{
        what: found.good ? 'inspected-good' : 'inspected-bad',
        channel: ctx.channel,
        note: found.note.trim() || null,
      },
      at: ctx.clock.now(),
    });
  });
}
