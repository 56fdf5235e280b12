// Messages between applicant and office, both ways, as part of the case's history.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { hasRequest } from '../store/find-case.ts';
import type { CaseRow } from '../types.ts';
import { appendEvents, eventActor } from './append.ts';
import { noticeOfChange } from './notices.ts';
import { lockFor } from './perform.ts';

export const messageLimit = 2000;

/** @param message.text 1 to 2000 characters; the caller holds the tracking code or a seat on the case. */
export async function writeMessage(
  ctx: Context,
  message: { number: string; text: string; requestId: string; disowned?: boolean },
): Promise<CaseRow> {
  const text = message.text.normalize('NFC').trim();
  if (text === '')
    throw new AppError('invalid', 'cases.message_empty', {
      fields: [{ field: 'text', code: 'required', message: '' }],
    });
  if (text.length > messageLimit)
    throw new AppError('invalid', 'cases.message_long', { params: { limit: messageLimit } });
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, message.number);
    if (await hasRequest(ctx.db, target.id, message.requestId)) return target;
    const event = {
      kind: 'message',
      data: {
        from: ctx.actor.kind === 'officer' ? 'office' : 'applicant',
        text,
        ...(message.disowned ? ({ disowned: true } as const) : {}),
      },
    } as const;
    const actor = eventActor(ctx, target.state);
    const after = await appendEvents(ctx, target, [{ event, actor, requestId: message.requestId }]);
    await noticeOfChange(ctx, after, event);
    return after;
  });
}
