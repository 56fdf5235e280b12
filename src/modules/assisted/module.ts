import type { Module } from '../../platform/module.ts';
import { printerSimulatorCommand } from './commands.ts';
import { forgetOldEntries } from './counter/entries.ts';
import { counterRoutes } from './counter/pages.tsx';
import { equipmentRoutes } from './desk/equipment.tsx';
import { pickerRoutes } from './desk/picker.tsx';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { paperRoutes } from './paper/pages.tsx';
import { receiptRoutes } from './receipt/pages.tsx';
import { screenRoutes } from './screen/pages.tsx';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'assisted.forget_old_entries': Record<string, never>;
  }
}

export const assistedModule: Module = {
  name: 'assisted',
  routes: [...pickerRoutes, ...equipmentRoutes, ...screenRoutes, ...receiptRoutes, ...paperRoutes, ...counterRoutes],
  jobs: { 'assisted.forget_old_entries': async (ctx) => void (await forgetOldEntries(ctx)) },
  crons: [{ job: 'assisted.forget_old_entries', cron: '50 18 * * *' }],
  errors: { id: id.errors, en: en.errors },
  commands: [printerSimulatorCommand],
};
