import type { Module } from '../../platform/module.ts';
import { caseApi } from './api.ts';
import { caseCommands } from './commands.ts';
import { caseCrons, caseJobs } from './jobs.ts';
import { caseErrors } from './messages.ts';
import { casePages } from './pages.tsx';

export const casesModule: Module = {
  name: 'cases',
  commands: caseCommands,
  routes: [...caseApi, ...casePages],
  jobs: caseJobs,
  crons: caseCrons,
  errors: caseErrors,
};
