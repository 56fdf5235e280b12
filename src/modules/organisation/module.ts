import type { Module } from '../../platform/module.ts';
import { loadRegion } from './load/load-region.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { outlineRoutes } from './outlines.ts';

/** Units, areas, calendars and settings; to the outside only the outlines of its areas. */
export const organisationModule: Module = {
  name: 'organisation',
  routes: outlineRoutes,
  errors: { id: id.errors, en: en.errors },
  loadRegion: async (ctx, dir) => {
    await loadRegion(ctx, dir);
  },
};
