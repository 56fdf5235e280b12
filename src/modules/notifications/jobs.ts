import type { JobHandlers } from '../../platform/jobs/queue.ts';
import { findMessage, markFailed, markSent } from './store.ts';

export const notificationJobs: JobHandlers = {
  'notifications.send': async (ctx, { id }) => {
    const message = await findMessage(ctx.db, id);
    if (!message || message.sentAt !== null) return; // sent before the worker was stopped
    try {
      await ctx.mailer.send({ to: message.recipient, subject: message.subject, text: message.body });
    } catch (error) {
      // The reason stays in the row for the operator; throwing lets the queue try again later.
      await markFailed(ctx.db, id, error instanceof Error ? error.name : 'unknown');
      throw error;
    }
    await markSent(ctx.db, id, ctx.clock.now());
  },
};
