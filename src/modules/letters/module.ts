import type { Module } from '../../platform/module.ts';
import { issueLetter } from './issue.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { letterRoutes } from './pages.tsx';
import { printLetter } from './print.ts';

export const lettersModule: Module = {
  name: 'letters',
  routes: letterRoutes,
  jobs: { 'letters.print': (ctx, { id }) => printLetter(ctx, id) },
  listen: (events) => events.on('cases.acted', issueLetter),
  errors: { id: id.errors, en: en.errors },
};
