// The nouns of complaints. A report is a case; a problem is what many reports are about.
import type { GeoBox } from '../../lib/geo/distance.ts';
import type { LocalText } from '../../lib/locale.ts';
import type { Assisted } from '../cases/index.ts';

export const levels = ['open', 'anonymous', 'secret'] as const;
/** open: shown without a name; anonymous: no name is asked, the office has none either; secret: never shown to anybody outside. */
export type Level = (typeof levels)[number];
export const reportKinds = ['complaint', 'suggestion', 'question'] as const;
export type ReportKind = (typeof reportKinds)[number];
export const problemStatuses = ['open', 'waiting', 'closed', 'refused'] as const;
/** waiting: for an answer of the person who reported it. */
export type ProblemStatus = (typeof problemStatuses)[number];
export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];
/** How a problem ended. `silence`: the reporter was asked and did not answer; it is counted apart everywhere. */
export type ClosedHow = 'confirmed' | 'silence' | 'answered' | 'withdrawn' | 'joined';

export interface Point {
  readonly lat: number;
  readonly long: number;
}

/** Where wrongdoing by officials can be told, outside of the city: as region.yaml names it. */
export interface OutsideChannel {
  readonly name: LocalText;
  readonly contact: string; // a number to call
  readonly url: string;
  readonly confidence: 'sourced' | 'typical';
}

/** A report from any channel. The channel itself is `ctx.channel`. */
export interface Intake {
  readonly text: string;
  readonly kind?: ReportKind | undefined; // default complaint
  readonly category?: string | undefined; // id of a category
  readonly point?: Point | undefined;
  readonly area?: string | undefined; // code of the kelurahan
  readonly place?: string | undefined; // landmark
  readonly happenedOn?: string | undefined; // 'YYYY-MM-DD'
  readonly level?: Level | undefined; // default open
  readonly name?: string | undefined;
  readonly nik?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly share?: boolean | undefined; // name and number may go to an outside partner that repairs it; default no
  readonly video?: string | undefined; // address
  readonly photos?: readonly string[] | undefined; // upload ids, at most four
  readonly voice?: readonly string[] | undefined; // upload id of one voice note
  readonly key: string; // the same key and content again is the same report; unique together with who sends it
  readonly assisted?: Assisted | undefined;
}
export interface ReportReceipt {
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly state: string;
  readonly dueAt: Date | null;
  readonly problemId: string | undefined; // none for suggestions and questions
  readonly repeated: boolean;
}

export const piles = ['sort', 'office', 'reporter', 'joined', 'done'] as const;
/** Where a report lies: with the verifier, an office, its reporter, another report, or with nobody any more. */
export type Pile = (typeof piles)[number];

/** What is read off a case for its row in `report`. */
export interface ReportFacts {
  readonly kind: ReportKind;
  readonly category: string | null;
  readonly level: Level;
  readonly lat: number | null;
  readonly long: number | null;
  readonly cell: number | null;
  readonly areaCode: string | null;
  readonly place: string | null;
  readonly body: string;
  readonly state: string;
  readonly status: string;
  readonly unitId: string;
  readonly priority: Priority;
  readonly class: string | null;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly verifierUnit: string | null; // whose verifiers sort it
  readonly offeredUnit: string | null; // asked to take it over, and has not answered
  readonly pile: Pile;
  readonly stepDueAt: Date; // of the step that is waited for; the end of time when nothing is
}
export interface Report extends ReportFacts {
  readonly caseId: string;
  readonly number: string;
  readonly problemId: string | null;
  readonly publicText: string | null;
  readonly channel: string;
  readonly reportedAt: Date;
  readonly attachedAt: Date | null;
  readonly calm: boolean; // false: danger to life, by priority or, until an officer has set one, by its words
}
/** For officers. `reports` counts what may be known of; `secretReports` are on top. */
export interface Problem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly category: string | null;
  readonly unitId: string;
  readonly areaCode: string | null;
  readonly place: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly cell: number | null;
  readonly status: ProblemStatus;
  readonly priority: Priority;
  readonly level: Level;
  readonly leadCase: string;
  readonly reports: number;
  readonly secretReports: number;
  readonly supporters: number;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedHow: ClosedHow | null;
  readonly reopened: number;
  readonly published: boolean;
  readonly publishedAt: Date | null;
  readonly publicTitle: string | null;
  readonly publicText: string | null;
  readonly publicPlace: string | null; // the landmark as an officer let it through
  readonly assetId: string | null;
  readonly mergedInto: string | null;
  readonly version: number;
}
/** What everybody may know: the only shape public pages, feeds and programs get. */
export interface PublishedProblem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
  readonly unitId: string;
  readonly areaCode: string | null;
  readonly place: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly status: ProblemStatus;
  readonly priority: Priority;
  readonly reports: number;
  readonly supporters: number;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedHow: ClosedHow | null;
  readonly reopened: number;
}
export interface PublishedPhoto {
  readonly id: string;
  readonly problemId: string;
  readonly uploadId: string;
  readonly kind: 'before' | 'after' | 'proof';
  readonly distanceM: number | null;
}
export const stepKinds = [
  'forwarded',
  'replied',
  'offered',
  'accepted',
  'declined',
  'returned',
  'solved',
  'confirmed',
  'not-solved',
  'silence',
  'answered',
  'refused',
  'withdrawn',
] as const;
export type StepKind = (typeof stepKinds)[number];
/** One step of a problem's way, without a word of anybody. */
export interface PublicStep {
  readonly id: string;
  readonly what: StepKind;
  readonly unitId: string;
  readonly toUnit: string | null;
  readonly at: Date;
}
export interface PublicFilter {
  readonly category?: string | undefined; // an id, or the start of one up to a dot: 'lampu'
  readonly area?: string | undefined;
  readonly unitId?: string | undefined;
  readonly status?: readonly ProblemStatus[] | undefined;
  readonly text?: string | undefined;
  readonly from?: Date | undefined; // opened since
  readonly until?: Date | undefined; // opened before
  readonly box?: GeoBox | undefined;
}
export interface Page {
  readonly limit: number;
  readonly after?: string | undefined; // `next` of the page before
}
export interface Near extends PublishedProblem {
  readonly distanceM: number | null; // null: same kelurahan, no point known
  readonly score: number; // 0 to 1, how likely it is the same
}
