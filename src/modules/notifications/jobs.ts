import type { JobHandlers } from '../../platform/jobs/queue.ts';
import { readRecipient } from './service.ts';
import { findMessage, markFailed, markSent } from './store.ts';

export const notificationJobs: JobHandlers = {
  'notifications.send': async (ctx, { id }) => {
    const message = await findMessage(ctx.db, id);
    if (!message || message.sentAt !== null) return; // sent before the worker was stopped
    try {
      const { subject, body: text, unsubscribeUrl } = message;
      const to = readRecipient(ctx, message);
      await ctx.mailer.send({ to, subject, text, ...(unsubscribeUrl === null ? {} : { unsubscribeUrl }) });
    } catch (error) {
      // The reason stays in the row for the operator; throwing lets the queue try again later.
      await markFailed(ctx.db, id, error instanceof Error ? error.name : 'unknown');
      throw error;
    }
    await markSent(ctx.db, id, ctx.clock.now());
  },
};
