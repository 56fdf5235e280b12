import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { assetRoutes } from './pages.tsx';

export const assetsModule: Module = {
  name: 'assets',
  routes: assetRoutes,
  errors: { id: id.errors, en: en.errors },
};
