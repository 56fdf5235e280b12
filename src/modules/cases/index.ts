export { canSeeCase } from './access.ts';
export { applicantSteps } from './engine/applicant-steps.ts';
export type { CaseActed, CaseBilled, CaseLapsed, CaseOpened, CaseVerified } from './events.ts';
export { type Choosable, formOf } from './forms.ts';
export { casesModule } from './module.ts';
export { actionMessage, fillMessage, wordingOf } from './service/action-message.ts';
export { recordBillPaid } from './service/bill-paid.ts';
export { type CallerCase, casesById, openCasesOfPhone } from './service/caller.ts';
export { claimTask, releaseTask } from './service/claim.ts';
export { choosableFor, commandFrom } from './service/command.ts';
export { decisionNote, eventNotes } from './service/event-notes.ts';
export { followUpCase } from './service/follow-up.ts';
export {
  type EscalatedPage,
  type InboxPage,
  readEscalated,
  readInbox,
  readInboxCounts,
  readWaiting,
  type WaitingPage,
} from './service/inbox.ts';
export { closeLapsed } from './service/lapse.ts';
export { addDocuments, addOptionalDocuments, type LateDocuments } from './service/late-documents.ts';
export { recordLetterReady } from './service/letter-ready.ts';
export { type DueLookUp, planLookUp, planLookUpAfresh, takeDueLookUps } from './service/look-ups.ts';
export { writeNote } from './service/note.ts';
export { noteNumberElsewhere, numbersElsewhere, sp4nHolder } from './service/numbers-elsewhere.ts';
export { findReceipt, openCase, type Receipt, type Submission } from './service/open.ts';
export { type Performing, performAction } from './service/perform.ts';
export { casesOfPerson } from './service/person.ts';
export { messagePreview } from './service/preview.ts';
export { type Promised, promiseOf, type RunningClock } from './service/promise.ts';
export {
  type Blocked,
  carriedOut,
  getForOfficer,
  type OpenedCase,
  openForOfficer,
  readingReason,
  recordLookUp,
  recordReading,
  recordReadingOnce,
  stepsOn,
  timeOfRequest,
} from './service/read.ts';
export { type RebaseOutcome, rebaseCases } from './service/rebase.ts';
export {
  applyTrial,
  continueRecount,
  getRecount,
  latestRecounts,
  type Recounting,
  startRecount,
} from './service/recount.ts';
export { recordRegisterAnswer } from './service/register-answer.ts';
export { routeUnit, unitsOfRoles } from './service/route.ts';
export { escalationNow } from './service/standing.ts';
export { caseForSystem, tellApplicant } from './service/tell.ts';
export { documentNames } from './service/timeline.ts';
export { runTimers } from './service/timers.ts';
export { getTracked, type TrackedCase, trackCase } from './service/track.ts';
export { type Verification, verifyCases } from './service/verify.ts';
export { waitsForText } from './service/waiting.ts';
export { watchClocks } from './service/watch.ts';
export { writeMessage } from './service/write-message.ts';
export type { EscalatedRow } from './store/escalations.ts';
export { countCap, type InboxCounts, type InboxRow, type WaitingRow } from './store/inbox.ts';
export type { Recount } from './store/recounts.ts';
export { trackingCodeOf, trackingMisses } from './tracking.ts';
export type { Assisted, CaseDocument, CaseEvent, CaseRow, CaseState, LetterResult, NoticeKind } from './types.ts';
export { readingText } from './views/reading-text.ts';
