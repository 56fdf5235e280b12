import type { Module } from '../../platform/module.ts';
import { callApi } from './api.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { callRoutes } from './pages/call.tsx';
import { endRoutes } from './pages/end.tsx';
import { reportRoutes } from './pages/report.tsx';
import { scriptRoutes } from './pages/script.tsx';
import { simulatorRoutes } from './pages/simulator.tsx';
import { forgetOld } from './service/incoming.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'calls.forget_old': Record<string, never>;
  }
}

export const callsModule: Module = {
  name: 'calls',
  routes: [...callApi, ...simulatorRoutes, ...callRoutes, ...reportRoutes, ...scriptRoutes, ...endRoutes],
  jobs: { 'calls.forget_old': async (ctx) => forgetOld(ctx) },
  crons: [{ job: 'calls.forget_old', cron: '20 18 * * *' }],
  errors: { id: id.errors, en: en.errors },
};
