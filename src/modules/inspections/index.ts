export { inspectionsModule } from './module.ts';
