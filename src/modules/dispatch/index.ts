export { dispatchModule } from './module.ts';
