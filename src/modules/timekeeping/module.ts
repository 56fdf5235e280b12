import type { Module } from '../../platform/module.ts';
import { calendarRoutes } from './pages.tsx';

export const timekeepingModule: Module = { name: 'timekeeping', routes: calendarRoutes };
