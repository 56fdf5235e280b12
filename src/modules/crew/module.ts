import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { listRoutes } from './pages/list.tsx';
import { visitRoutes } from './pages/visit.tsx';
import { workerRoutes } from './pages/worker.ts';

export const crewModule: Module = {
  name: 'crew',
  routes: [...workerRoutes, ...listRoutes, ...visitRoutes],
  errors: { id: id.errors, en: en.errors },
};
