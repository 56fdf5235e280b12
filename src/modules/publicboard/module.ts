import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { feedRoutes } from './pages/feeds.ts';
import { listRoutes } from './pages/list.tsx';
import { monthRoutes } from './pages/month.ts';

/** What everybody may see of the reports: list, map, feeds, monthly figures, and a piece for other sites. */
export const publicBoardModule: Module = {
  name: 'publicboard',
  routes: [...listRoutes, ...feedRoutes, ...monthRoutes],
  errors: { id: id.errors, en: en.errors },
};
