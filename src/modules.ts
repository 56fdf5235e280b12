// Composition root: the only file that names every module.
import type { Module } from './platform/module.ts';

export const modules: readonly Module[] = [];
