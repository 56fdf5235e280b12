import type { Module } from '../../platform/module.ts';
import { registerPages } from './pages.tsx';
import { forgetOldTallies } from './service/state.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'registers.forget_old_tallies': Record<string, never>;
  }
}

export const registersModule: Module = {
  name: 'registers',
  routes: registerPages,
  jobs: { 'registers.forget_old_tallies': (ctx) => forgetOldTallies(ctx) },
  crons: [{ job: 'registers.forget_old_tallies', cron: '50 18 * * *' }],
};
