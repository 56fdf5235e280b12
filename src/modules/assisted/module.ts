import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';

export const assistedModule: Module = {
  name: 'assisted',
  routes: [],
  errors: { id: id.errors, en: en.errors },
};
