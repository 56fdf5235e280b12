import type { Module } from '../../platform/module.ts';
import { complaintApi } from './api.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { projectCase, projectOpened } from './service/project.ts';

export const complaintsModule: Module = {
  name: 'complaints',
  routes: complaintApi,
  listen: (events) => {
    events.on('cases.opened', projectOpened);
    events.on('cases.acted', async (ctx, { target }) => {
      if (target.number.startsWith('L')) await projectCase(ctx, target);
    });
    events.on('cases.lapsed', async (ctx, { target }) => {
      if (target.number.startsWith('L')) await projectCase(ctx, target);
    });
  },
  errors: { id: id.errors, en: en.errors },
};
