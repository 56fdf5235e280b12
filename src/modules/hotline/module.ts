import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { boardRoutes } from './pages/board.tsx';
import { dutyRoutes } from './pages/duty.tsx';
import { headRoutes } from './pages/head.tsx';
import { messageRoutes } from './pages/message.tsx';
import { writeRoutes } from './pages/write.tsx';
import { isMessage, onActed, onLapsed, onOpened } from './service/project.ts';
import { returnUnanswered } from './service/return-unanswered.ts';
import { sendReplies } from './service/send-replies.ts';
import { sendSummary } from './service/summary.ts';
import { verifyMessage } from './service/verify.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'hotline.return_unanswered': Record<string, never>;
    'hotline.send_replies': Record<string, never>;
    'hotline.send_summary': Record<string, never>;
  }
}

/** Messages to the mayor. Load after triage: the likely office is read off the words. */
export const hotlineModule: Module = {
  name: 'hotline',
  routes: [...writeRoutes, ...boardRoutes, ...messageRoutes, ...headRoutes, ...dutyRoutes],
  jobs: {
    'hotline.return_unanswered': async (ctx) => {
      await returnUnanswered(ctx);
    },
    'hotline.send_replies': async (ctx) => {
      await sendReplies(ctx);
    },
    'hotline.send_summary': async (ctx) => {
      await sendSummary(ctx);
    },
  },
  crons: [
    { job: 'hotline.return_unanswered', cron: '* * * * *' },
    { job: 'hotline.send_replies', cron: '* * * * *' },
    { job: 'hotline.send_summary', cron: '0 21-23 * * *' }, // 06.00 in one of the three zones; the job looks at the clock
  ],
  listen: (events) => {
    events.on('cases.opened', async (ctx, event) => {
      if (await isMessage(ctx, event.target)) await onOpened(ctx, event);
    });
    events.on('cases.acted', async (ctx, event) => {
      if (await isMessage(ctx, event.target)) await onActed(ctx, event);
    });
    events.on('cases.lapsed', async (ctx, event) => {
      if (await isMessage(ctx, event.target)) await onLapsed(ctx, event);
    });
    events.on('cases.verified', async (ctx, event) => {
      if (await isMessage(ctx, event.target)) await verifyMessage(ctx, event);
    });
  },
  errors: { id: id.errors, en: en.errors },
};
