import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { linkRoutes } from './pages/links.tsx';
import { watchRoutes } from './pages/watch.tsx';
import { tellWatchers } from './service/tell-watchers.ts';

/** What officers tie to a case besides its steps: who watches it, and which other cases it belongs with. */
export const dossierModule: Module = {
  name: 'dossier',
  routes: [...watchRoutes, ...linkRoutes],
  listen: (events) => {
    events.on('cases.acted', (ctx, { target }) => tellWatchers(ctx, target));
    events.on('cases.lapsed', (ctx, { target }) => tellWatchers(ctx, target));
  },
  errors: { id: id.errors, en: en.errors },
};
