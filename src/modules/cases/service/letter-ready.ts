// The letters module reports that a signed letter can be fetched.
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { hasRequest } from '../store/find-case.ts';
import type { CaseRow, LetterResult } from '../types.ts';
import { appendEvents } from './append.ts';
import { noticeOfChange } from './notices.ts';
import { lockFor } from './perform.ts';

export async function recordLetterReady(ctx: Context, number: string, letter: LetterResult): Promise<CaseRow> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, number);
    const requestId = `letter:${letter.letterId}`;
    if (await hasRequest(ctx.db, target.id, requestId)) return target;
    const event = { kind: 'letter-ready', data: letter } as const;
    const after = await appendEvents(ctx, target, [{ event, actor: { kind: 'system' }, requestId }]);
    await noticeOfChange(ctx, after, event);
    return after;
  });
}
