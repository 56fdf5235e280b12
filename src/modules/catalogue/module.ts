import type { Module } from '../../platform/module.ts';
import { apiRoutes } from './api.ts';
import { catalogueCommands } from './commands.ts';
import { loadCatalogue } from './load-region.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { adminRoutes } from './pages/admin.tsx';
import { galleryRoutes } from './pages/gallery.tsx';
import { homeRoutes } from './pages/home.tsx';
import { listRoutes } from './pages/list.tsx';
import { serviceRoutes } from './pages/service.tsx';
import { catalogueCrons, catalogueJobs } from './planned.ts';

export const catalogueModule: Module = {
  name: 'catalogue',
  routes: [...homeRoutes, ...listRoutes, ...serviceRoutes, ...adminRoutes, ...galleryRoutes, ...apiRoutes],
  jobs: catalogueJobs,
  crons: catalogueCrons,
  commands: catalogueCommands,
  loadRegion: loadCatalogue,
  errors: { id: id.errors, en: en.errors },
};
