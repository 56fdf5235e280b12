import type { Module } from '../../platform/module.ts';
import { triageApi } from './api.ts';
import { loadContent } from './load.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { triagePages } from './pages.tsx';
import { retrain } from './service.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'triage.retrain': Record<string, never>;
  }
}

export const triageModule: Module = {
  name: 'triage',
  routes: [...triageApi, ...triagePages],
  jobs: {
    'triage.retrain': async (ctx) => {
      await retrain(ctx);
    },
  },
  crons: [{ job: 'triage.retrain', cron: '10 18 * * *' }], // 02.10 WITA
  loadRegion: loadContent,
  errors: { id: id.errors, en: en.errors },
};
