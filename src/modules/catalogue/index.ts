export { catalogueModule } from './module.ts';
export { durationText, feeTextOf } from './promise.ts';
export { publishDefinition } from './publish.ts';
export type { LifeEvent, ServiceEntry, ServiceVersion } from './types.ts';
export { currentVersion, getVersion, versionForIntake } from './versions.ts';
