export { canPublish, requirePublisher } from './access.ts';
export { closedError, refuseClosed, resumeService, retireService, suspendService } from './closing.ts';
export {
  getHistory,
  listStandings,
  type ServiceHistory,
  type ServiceStanding,
} from './history.ts';
export { catalogueModule } from './module.ts';
export { refuseChannel } from './offered.ts';
export { cancelPlan, putDueInForce } from './planned.ts';
export { durationText, feeTextOf } from './promise.ts';
export { type Published, publishDefinition, publishVersion } from './publish.ts';
export { currentCatalogue } from './snapshot.ts';
export type { Closing, LifeEvent, ServiceEntry, ServiceEvent, ServiceVersion, VersionLine } from './types.ts';
export { closingForIntake, currentVersion, getVersion, versionForIntake } from './versions.ts';
