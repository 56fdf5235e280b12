import type { JobHandlers } from '../../platform/jobs/queue.ts';
import type { Cron } from '../../platform/module.ts';
import { closeLapsed } from './service/lapse.ts';
import { continueRecount } from './service/recount.ts';
import { remind } from './service/remind.ts';
import { runTimers } from './service/timers.ts';
import { watchClocks } from './service/watch.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'cases.close_lapsed': Record<string, never>;
    'cases.run_timers': Record<string, never>;
    'cases.watch_clocks': Record<string, never>;
  }
}

export const caseJobs: JobHandlers = {
  'cases.close_lapsed': async (ctx) => {
    while ((await closeLapsed(ctx)) > 0);
  },
  'cases.recount': async (ctx, { id }) => {
    await continueRecount(ctx, id);
  },
  'cases.remind': remind,
  'cases.run_timers': async (ctx) => {
    await runTimers(ctx);
  },
  'cases.watch_clocks': async (ctx) => {
    await watchClocks(ctx);
  },
};
export const caseCrons: readonly Cron[] = [
  { job: 'cases.close_lapsed', cron: '*/15 * * * *' },
  { job: 'cases.run_timers', cron: '*/5 * * * *' },
  { job: 'cases.watch_clocks', cron: '*/5 * * * *' },
];
