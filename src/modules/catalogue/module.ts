import type { Module } from '../../platform/module.ts';
import { loadCatalogue } from './load-region.ts';

export const catalogueModule: Module = { name: 'catalogue', routes: [], loadRegion: loadCatalogue };
