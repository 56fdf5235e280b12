// A note among officers, or a reminder from above to whoever holds the case. The applicant does not read it.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { hasRequest } from '../store/find-case.ts';
import type { CaseRow } from '../types.ts';
import { appendEvents, eventActor } from './append.ts';
import { lockFor } from './perform.ts';
import { officerOf } from './read.ts';
import { messageLimit } from './write-message.ts';

export interface Note {
  readonly number: string;
  readonly text: string; // may be empty when it reminds
  readonly reminds: boolean;
  readonly requestId: string;
}

/** For officers with a seat on the case, and those it was passed up to. @throws invalid `cases.note_empty`, `cases.message_long`. */
export async function writeNote(ctx: Context, note: Note): Promise<CaseRow> {
  officerOf(ctx);
  const text = note.text.normalize('NFC').trim();
  if (text === '' && !note.reminds) throw new AppError('invalid', 'cases.note_empty');
  if (text.length > messageLimit)
    throw new AppError('invalid', 'cases.message_long', { params: { limit: messageLimit } });
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, note.number);
    if (await hasRequest(ctx.db, target.id, note.requestId)) return target;
    const event = { kind: 'noted', data: { text, reminds: note.reminds } } as const;
    const actor = eventActor(ctx, target.state);
    return appendEvents(ctx, target, [{ event, actor, requestId: note.requestId }]);
  });
}
