export { callsModule } from './module.ts';
