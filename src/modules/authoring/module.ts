import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { draftRoutes } from './pages/draft.tsx';
import { finishRoutes } from './pages/finish.tsx';
import { listRoutes } from './pages/list.tsx';
import { previewRoutes } from './pages/preview.tsx';
import { rebaseRoutes } from './pages/rebase.tsx';
import { serviceRoutes } from './pages/service.tsx';

export const authoringModule: Module = {
  name: 'authoring',
  routes: [...listRoutes, ...serviceRoutes, ...draftRoutes, ...finishRoutes, ...previewRoutes, ...rebaseRoutes],
  errors: { id: id.errors, en: en.errors },
};
