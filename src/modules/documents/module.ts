import type { Module } from '../../platform/module.ts';
import { documentApi } from './api.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { forgetUnattached } from './service.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'documents.forget_unattached': Record<string, never>;
  }
}

export const documentsModule: Module = {
  name: 'documents',
  routes: documentApi,
  jobs: {
    'documents.forget_unattached': async (ctx) => {
      while ((await forgetUnattached(ctx)) > 0);
    },
  },
  crons: [{ job: 'documents.forget_unattached', cron: '20 18 * * *' }],
  errors: { id: id.errors, en: en.errors },
};
