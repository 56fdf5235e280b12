// For tests: letters that wait to be sent.
import type { Context } from '../../platform/context.ts';
import { readRecipient } from './service.ts';

export interface WaitingLetter {
  readonly subject: string;
  readonly body: string;
  readonly unsubscribeUrl: string | null;
}
/** To this address, the first to come first; addresses of news are opened for it. */
export async function waitingLetters(ctx: Context, to: string): Promise<WaitingLetter[]> {
  const rows = await ctx.db
    .selectFrom('notifications.message')
    .select(['id', 'recipient', 'recipientSealed', 'subject', 'body', 'unsubscribeUrl'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.filter((row) => readRecipient(ctx, row) === to);
}
