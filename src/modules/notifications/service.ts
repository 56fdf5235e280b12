import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { insertMessage } from './store.ts';
import type { Email } from './types.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'notifications.send': { readonly id: string };
  }
}

/** Writes the mail and its job in the caller's transaction: sent only if that commits, and once however often it is queued. */
export async function queueEmail(ctx: Context, email: Email): Promise<void> {
  const id = newId();
  const { to, subject, text, key } = email;
  const isNew = await insertMessage(ctx.db, {
    id,
    key,
    recipient: to,
    subject,
    body: text,
    createdAt: ctx.clock.now(),
  });
  if (isNew) await ctx.jobs.add(ctx.db, 'notifications.send', { id }, { maxAttempts: 12 });
}
