export { askedOf } from './counter/questions.ts';
export { assistedModule } from './module.ts';
export { type AssistedApplication, submitAssisted } from './submit.ts';
