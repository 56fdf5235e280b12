import type { Module } from '../../platform/module.ts';
import { sp4nCommands } from './commands.ts';
import { loadPartners } from './load.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { partnerRoutes } from './pages/partners.tsx';
import { endForwarding, forwardOn } from './service/follow.ts';
import { pollPartner, startRounds } from './service/poll.ts';
import { sayOne, sayPhotos, sayWhatHappened } from './service/say.ts';
import { sendForwarded } from './service/send.ts';
import { exchangeSp4n } from './sp4n/exchange.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'federation.send': { readonly id: string };
    'federation.say': { readonly id: string };
    'federation.rounds': Record<string, never>;
    'federation.poll': { readonly partner: string };
    'federation.sp4n': Record<string, never>;
  }
}

const isReport = ({ number }: { readonly number: string }): boolean => number.startsWith('L');

export const federationModule: Module = {
  name: 'federation',
  routes: partnerRoutes,
  jobs: {
    'federation.send': (ctx, one) => sendForwarded(ctx, one.id),
    'federation.say': (ctx, one) => sayOne(ctx, one.id),
    'federation.rounds': (ctx) => startRounds(ctx),
    'federation.poll': (ctx, { partner }) => pollPartner(ctx, partner),
    'federation.sp4n': async (ctx) => {
      await exchangeSp4n(ctx);
    },
  },
  crons: [
    { job: 'federation.rounds', cron: '*/5 * * * *' },
    { job: 'federation.sp4n', cron: '*/15 * * * *' },
  ],
  listen: (events) => {
    events.on('cases.acted', async (ctx, event) => {
      if (!isReport(event.target)) return;
      await sayWhatHappened(ctx, event);
      await forwardOn(ctx, event);
    });
    events.on('complaints.photos_shown', sayPhotos);
    events.on('cases.lapsed', async (ctx, { target }) => {
      if (isReport(target) && target.state.closedAt !== undefined) await endForwarding(ctx, target);
    });
  },
  commands: sp4nCommands,
  loadRegion: loadPartners,
  errors: { id: id.errors, en: en.errors },
};
