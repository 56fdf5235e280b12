export { crewModule } from './module.ts';
export { visitsOf } from './service/history.ts';
export { VisitHistory } from './views/history-view.tsx';
