export { applicationsModule } from './module.ts';
