export { areaGroups } from './areas.ts';
export { applicationsModule } from './module.ts';
export { keepDraft } from './service/drafts.ts';
export { listOf, type PostedPage, type ReadPage, readPage } from './service/posted.ts';
export { type Application, type Checked, checkApplication, envOf, submitApplication } from './service/submit.ts';
