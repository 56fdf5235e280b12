export { areaGroups } from './areas.ts';
export { applicationsModule } from './module.ts';
export { keepDraft } from './service/drafts.ts';
export { envOf } from './service/env.ts';
export { listOf, type PostedPage, type ReadPage, readPage } from './service/posted.ts';
export { prefillFor } from './service/prefill.ts';
export { type Application, type Checked, checkApplication, submitApplication } from './service/submit.ts';
