import type { Module } from '../../platform/module.ts';
import { loadRegion } from './load/load-region.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';

/** Units, areas, calendars and settings; no routes of its own. */
export const organisationModule: Module = {
  name: 'organisation',
  routes: [],
  errors: { id: id.errors, en: en.errors },
  loadRegion: async (ctx, dir) => {
    await loadRegion(ctx, dir);
  },
};
