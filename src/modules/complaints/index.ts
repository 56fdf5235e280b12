export { canModerate } from './access.ts';
export type { PhotosShown } from './events.ts';
export { stateText } from './messages.ts';
export { complaintsModule } from './module.ts';
export { type DeskForm, deskForm } from './service/at-desk.ts';
export { type Attaching, attach, detach } from './service/attach.ts';
export { type ChatTurn, type Conversation, converse } from './service/chat.ts';
export { type DeskFigures, deskFigures, figureCap } from './service/figures.ts';
export { follow } from './service/follow.ts';
export { casesOfProblem, followersOf, type ReportForPartners, reportForSystem } from './service/for-partners.ts';
export {
  type InHand,
  keepSitePhoto,
  placeOfReport,
  readInHand,
  reportsInHand,
  type SitePhoto,
  unitsInHand,
} from './service/in-hand.ts';
export { listForMap, type MapPage, openByArea } from './service/map.ts';
export { type NearQuery, nearby } from './service/nearby.ts';
export {
  type CountedMonth,
  countPublished,
  leadNumberOf,
  listChanged,
  listOpened,
  listPublished,
  type PublishedPage,
  publishedPhotos,
  readProblemCode,
  readPublished,
  readPublishedOrJoined,
} from './service/public.ts';
export { isConfidential, type Publication, placeFor, publish, unpublish } from './service/publish.ts';
export { countQueued, firstPhotos, listQueue, type QueuePage } from './service/queue.ts';
export { custodyOf, moderationOf, type OpenedProblem, photosOf, readProblem, readReport } from './service/read.ts';
export { isDrawn, recordInspection, waitingInspections } from './service/reinspect.ts';
export { reportProblem } from './service/report.ts';
export { type Beyond, beyondCity, farFromPlaceMetres } from './service/setting.ts';
export { type Similar, similarTo } from './service/similar.ts';
export { type AroundProblem, problemsAround, type Twin, twinsOf } from './service/twins.ts';
export { type QueueCounts, type QueueFilter, type QueueRow, queueCountCap } from './store/queue.ts';
export type { Photo } from './store/reports.ts';
export type {
  ClosedHow,
  Intake,
  Level,
  Near,
  Page,
  Pile,
  Point,
  Priority,
  Problem,
  ProblemStatus,
  PublicFilter,
  PublishedPhoto,
  PublishedProblem,
  Report,
  ReportKind,
  ReportReceipt,
} from './types.ts';
export { priorities, problemStatuses } from './types.ts';
export { DangerNotice } from './views/danger-notice.tsx';
export { OfficialsNote } from './views/officials-note.tsx';
