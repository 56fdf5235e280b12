import type { Module } from '../../platform/module.ts';
import { notificationJobs } from './jobs.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { notificationPages } from './pages.tsx';

export const notificationsModule: Module = {
  name: 'notifications',
  routes: notificationPages,
  jobs: notificationJobs,
  errors: { id: id.errors, en: en.errors },
};
