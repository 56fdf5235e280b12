import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { formAddressRoutes } from './pages/form-addresses.ts';
import { forwardRoutes } from './pages/forward.ts';
import { listRoutes } from './pages/list.tsx';
import { photoRoutes } from './pages/photo.ts';

/** The desk where reports are sorted: list, forwarding with one tap, what the public sees of them. */
export const dispatchModule: Module = {
  name: 'dispatch',
  routes: [...listRoutes, ...forwardRoutes, ...photoRoutes, ...formAddressRoutes],
  errors: { id: id.errors, en: en.errors },
};
