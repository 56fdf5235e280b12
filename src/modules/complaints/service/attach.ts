// Joining and undoing as officers do it; the rows follow from the steps of the case.
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { type CaseRow, performAction } from '../../cases/index.ts';

export interface Attaching {
  readonly number: string; // of the report
  readonly requestId?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * Joins a report to the problem with this code: its case waits in `bergabung` and goes where the leading one goes.
 * @throws not_found `complaints.no_such_problem`; conflict `complaints.secret_lead`, `complaints.problem_closed`,
 * `complaints.same_problem`, and what every step of a case throws.
 */
export function attach(ctx: Context, attaching: Attaching & { readonly code: string }): Promise<CaseRow> {
  const { code, reason } = attaching;
  return step(ctx, attaching, { action: 'gabung', recorded: { masalah: code, ...(reason ? { alasan: reason } : {}) } });
}

/** Undoes it: the report is handled on its own again, its stages going on from their own start. */
export function detach(ctx: Context, attaching: Attaching): Promise<CaseRow> {
  const { reason } = attaching;
  return step(ctx, attaching, { action: 'lepas', recorded: reason ? { alasan: reason } : {} });
}

function step(
  ctx: Context,
  { number, requestId = newId(), expectedVersion }: Attaching,
  command: Parameters<typeof performAction>[1]['command'],
): Promise<CaseRow> {
  return performAction(ctx, { number, requestId, expectedVersion, command });
}
