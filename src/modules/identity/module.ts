import type { Module } from '../../platform/module.ts';
import { identityCommands } from './commands.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { accountRoutes } from './pages/account.tsx';
import { delegationRoutes } from './pages/delegations.tsx';
import { signInRoutes } from './pages/sign-in.tsx';
import { moreSignInRoutes } from './pages/sign-in-more.tsx';
import { resolveOfficer } from './sessions/resolve-officer.ts';
import { loadStaff } from './staff/load-staff.ts';

/** Officers, how they sign in, and what they hold while signed in. Load after organisation. */
export const identityModule: Module = {
  name: 'identity',
  commands: identityCommands,
  routes: [...signInRoutes, ...moreSignInRoutes, ...accountRoutes, ...delegationRoutes],
  errors: { id: id.errors, en: en.errors },
  resolveOfficer: (platform, { kind, secret }) =>
    resolveOfficer(platform, kind === 'session' ? { cookie: secret } : { bearer: secret }),
  loadRegion: async (ctx, dir) => {
    await loadStaff(ctx, dir);
  },
};
