// Which cases registers are still to be asked about. Asking is the business of whoever took the application in.
import type { Context } from '../../../platform/context.ts';
import { type DueLookUp, setLookUp, takeDue } from '../store/look-ups.ts';

export type { DueLookUp };

const leaseMilliseconds = 5 * 60_000;

/** The longest awaited first; each is this caller's for five minutes. */
export function takeDueLookUps(ctx: Context, limit: number): Promise<DueLookUp[]> {
  const now = ctx.clock.now();
  return takeDue(ctx.db, now, new Date(now.getTime() + leaseMilliseconds), limit);
}

/** @param at when to ask next; undefined when everything has been asked */
export function planLookUp(ctx: Context, caseId: string, at: Date | undefined): Promise<void> {
  return setLookUp(ctx.db, caseId, at, false);
}

/** What was corrected is asked about from the beginning. */
export function planLookUpAfresh(ctx: Context, caseId: string): Promise<void> {
  return setLookUp(ctx.db, caseId, ctx.clock.now(), true);
}
