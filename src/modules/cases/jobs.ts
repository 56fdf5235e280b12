import type { JobHandlers } from '../../platform/jobs/queue.ts';
import type { Cron } from '../../platform/module.ts';
import { closeLapsed } from './service/lapse.ts';
import { remind } from './service/remind.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'cases.close_lapsed': Record<string, never>;
  }
}

export const caseJobs: JobHandlers = {
  'cases.close_lapsed': async (ctx) => {
    while ((await closeLapsed(ctx)) > 0);
  },
  'cases.remind': remind,
};
export const caseCrons: readonly Cron[] = [{ job: 'cases.close_lapsed', cron: '*/15 * * * *' }];
