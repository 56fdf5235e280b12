import type { Module } from '../../platform/module.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { open311Routes } from './routes.ts';

export const open311Module: Module = {
  name: 'open311',
  routes: open311Routes,
  errors: { id: id.errors, en: en.errors },
};
