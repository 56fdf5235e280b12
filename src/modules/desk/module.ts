import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { actRoutes } from './pages/act.tsx';
import { caseRoutes } from './pages/case.tsx';
import { findRoutes } from './pages/find.tsx';
import { formAddressRoutes } from './pages/form-addresses.ts';
import { inboxRoutes } from './pages/inbox.tsx';
import { signManyRoutes } from './pages/sign-many.tsx';

export const deskModule: Module = {
  name: 'desk',
  routes: [...inboxRoutes, ...caseRoutes, ...actRoutes, ...signManyRoutes, ...findRoutes, ...formAddressRoutes],
  errors: { id: id.errors, en: en.errors },
};
