// A word of the office that no officer wrote: what happened to the matter this case is about.
import type { Context } from '../../../platform/context.ts';
import { findById } from '../store/find-case.ts';
import type { CaseRow } from '../types.ts';
import { recordNotice } from './follow-up.ts';
import { messageLimit } from './write-message.ts';

/** Writes it into an open case; the same request id twice is one message. */
export async function tellApplicant(
  ctx: Context,
  { number, text, requestId }: { number: string; text: string; requestId: string },
): Promise<void> {
  const said = text.trim().slice(0, messageLimit);
  const event = { kind: 'message', data: { from: 'office', text: said } } as const;
  await recordNotice(ctx, number, { requestId, eventFor: async () => (said === '' ? undefined : event) });
}

/** A case for listeners and jobs. @throws for anybody but the system: people go through `getForOfficer` or their tracking code. */
export async function caseForSystem(ctx: Context, id: string): Promise<CaseRow | undefined> {
  if (ctx.actor.kind !== 'system') throw new Error('only the system reads a case without a seat');
  return findById(ctx.db, id);
}
