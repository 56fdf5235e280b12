export { authoringModule } from './module.ts';
