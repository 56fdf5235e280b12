export { assistedModule } from './module.ts';
export { type AssistedApplication, submitAssisted } from './submit.ts';
