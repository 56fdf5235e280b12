import type { Context } from '../../platform/context.ts';
import type { Module } from '../../platform/module.ts';
import type { CaseRow } from '../cases/index.ts';
import { complaintApi } from './api.ts';
import { outboxApi } from './api-outbox.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { newsRoutes } from './pages/news.tsx';
import { problemRoutes } from './pages/problem.tsx';
import { reinspectRoutes } from './pages/reinspect.tsx';
import { reportRoutes } from './pages/report.tsx';
import { workerRoutes } from './pages/worker.ts';
import { followLead, type Moved } from './service/follow-lead.ts';
import { sealOldAddresses } from './service/news-address.ts';
import { projectOpened } from './service/project.ts';
import { onActed, onLapsed } from './service/react.ts';
import { complaintService } from './service/setting.ts';
import { forgetNews, tellNews } from './service/tell-news.ts';
import { verifyReport } from './service/verify.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'complaints.follow_lead': Moved;
  }
}

/** Cases of other services are none of ours, whatever the letter of their number. */
async function isReport(ctx: Context, { number, state }: CaseRow): Promise<boolean> {
  return number.startsWith('L') && state.service === (await complaintService(ctx));
}

export const complaintsModule: Module = {
  name: 'complaints',
  routes: [
    ...complaintApi,
    ...outboxApi,
    ...reportRoutes,
    ...workerRoutes,
    ...problemRoutes,
    ...newsRoutes,
    ...reinspectRoutes,
  ],
  jobs: {
    'complaints.follow_lead': async (ctx, moved) => {
      await followLead(ctx, moved);
    },
    'complaints.tell_news': async (ctx, { problemId }) => {
      await tellNews(ctx, problemId);
    },
    'complaints.forget_news': async (ctx) => {
      await forgetNews(ctx);
    },
    'complaints.seal_news': async (ctx) => {
      await sealOldAddresses(ctx);
    },
  },
  crons: [
    { job: 'complaints.forget_news', cron: '40 18 * * *' },
    { job: 'complaints.seal_news', cron: '50 * * * *' },
  ],
  listen: (events) => {
    events.on('cases.opened', async (ctx, event) => {
      if (await isReport(ctx, event.target)) await projectOpened(ctx, event);
    });
    events.on('cases.acted', async (ctx, event) => {
      if (await isReport(ctx, event.target)) await onActed(ctx, event);
    });
    events.on('cases.verified', async (ctx, event) => {
      if (await isReport(ctx, event.target)) await verifyReport(ctx, event);
    });
    events.on('cases.lapsed', async (ctx, event) => {
      if (await isReport(ctx, event.target)) await onLapsed(ctx, event);
    });
  },
  errors: { id: id.errors, en: en.errors },
};
