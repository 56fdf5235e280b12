import type { Context } from '../../platform/context.ts';
import { type SealedFor, seal, unseal } from '../../platform/crypto/seal.ts';
import { newId } from '../../platform/ids.ts';
import { insertMessage } from './store.ts';
import type { Email, StoredMessage } from './types.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'notifications.send': { readonly id: string };
  }
}

/** Writes the mail and its job in the caller's transaction: sent only if that commits, and once however often it is queued. */
export async function queueEmail(ctx: Context, email: Email): Promise<void> {
  const id = newId();
  const { to, subject, text, key, unsubscribeUrl = null } = email;
  const isNews = unsubscribeUrl !== null;
  const isNew = await insertMessage(ctx.db, {
    ...{ id, key, subject, body: text, unsubscribeUrl, createdAt: ctx.clock.now() },
    recipient: isNews ? null : to,
    recipientSealed: isNews ? seal(ctx.secrets, recipientOf(ctx, id), to) : null,
  });
  if (isNew) await ctx.jobs.add(ctx.db, 'notifications.send', { id }, { maxAttempts: 12 });
}

/** Whom a letter that was not sent yet goes to. */
export function readRecipient(
  ctx: Context,
  message: Pick<StoredMessage, 'id' | 'recipient' | 'recipientSealed'>,
): string {
  const { id, recipient, recipientSealed } = message;
  return recipientSealed === null ? (recipient ?? '') : unseal(ctx.secrets, recipientOf(ctx, id), recipientSealed);
}

function recipientOf(ctx: Context, id: string): SealedFor {
  return { purpose: 'notifications.seal', owner: `${ctx.region.id}/${id}` };
}
