export { publicBoardModule } from './module.ts';
