export { open311Module } from './module.ts';
