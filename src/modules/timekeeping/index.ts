export { timekeepingModule } from './module.ts';
