import type { Module } from '../../platform/module.ts';
import { applicationApi } from './api.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { againRoutes } from './pages/again.tsx';
import { answerRoutes } from './pages/answer.tsx';
import { companionRoutes } from './pages/companion.tsx';
import { completeRoutes } from './pages/complete.tsx';
import { lateDocumentRoutes } from './pages/late-documents.tsx';
import { receiptRoutes } from './pages/receipt.tsx';
import { sendRoutes } from './pages/send.tsx';
import { startRoutes } from './pages/start.tsx';
import { stepRoutes } from './pages/steps.tsx';
import { forgetOldDrafts } from './service/drafts.ts';
import { lookUpAgain, lookUpDue } from './service/look-ups.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'applications.forget_old_drafts': Record<string, never>;
    'applications.look_up_registers': Record<string, never>;
  }
}

export const applicationsModule: Module = {
  name: 'applications',
  routes: [
    ...applicationApi,
    ...startRoutes,
    ...companionRoutes,
    ...sendRoutes,
    ...stepRoutes,
    ...receiptRoutes,
    ...completeRoutes,
    ...answerRoutes,
    ...lateDocumentRoutes,
    ...againRoutes,
  ],
  jobs: {
    'applications.forget_old_drafts': async (ctx) => void (await forgetOldDrafts(ctx)),
    'applications.look_up_registers': lookUpDue,
  },
  listen: (events) => events.on('cases.acted', lookUpAgain),
  crons: [
    { job: 'applications.forget_old_drafts', cron: '40 18 * * *' },
    { job: 'applications.look_up_registers', cron: '* * * * *' },
  ],
  errors: { id: id.errors, en: en.errors },
};
