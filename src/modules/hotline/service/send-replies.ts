// Words of the mayor go out some minutes after the tap, so that a tap can be taken back. Run by a job; run twice it sends once.
import { answerOf } from '../../../definition/fields/types.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type CaseState, caseForSystem, performAction } from '../../cases/index.ts';
import { listToSend } from '../store/messages.ts';
import { hotlineSetting } from './setting.ts';

const batch = 200;
const minuteMs = 60_000;
const written: Readonly<Record<string, string>> = { 'terima-kasih': 'ucapan', balas: 'balasan' };

/** What the mayor wrote last. */
export function replyOf({ doings, records }: Pick<CaseState, 'doings' | 'records'>): string | undefined {
  const step = doings.findLast(({ action }) => Object.hasOwn(written, action))?.action;
  const text = step === undefined ? undefined : answerOf(records[step] ?? {}, written[step] ?? '');
  return typeof text === 'string' ? text : undefined;
}

/** @returns how many went out. */
export async function sendReplies(ctx: Context): Promise<number> {
  const { undoMinutes } = await hotlineSetting(ctx);
  const before = new Date(ctx.clock.now().getTime() - undoMinutes * minuteMs);
  let sent = 0;
  for (const { caseId, movedAt } of await listToSend(ctx.db, before, batch)) {
    const target = await caseForSystem(ctx, caseId);
    const text = target && replyOf(target.state);
    if (!target || text === undefined) continue;
    const command = { action: 'kirim-balasan', recorded: { balasan: text }, told: true };
    const requestId = `hotline-reply:${movedAt.toISOString()}`;
    try {
      await performAction(ctx, { number: target.number, requestId, expectedVersion: target.version, command });
      sent += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'conflict') throw error; // taken back in the same moment
    }
  }
  return sent;
}
