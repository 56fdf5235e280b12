// The nouns of the core: a case, its events, the state folded from them.
import type { Answers } from '../../definition/fields/types.ts';
import type { ClockRule, Duration, Silence, Status, TaskKind } from '../../definition/schema.ts';
import type { ActingFor, Channel } from '../../platform/context.ts';

export const eventKinds = [
  'submitted',
  'acted',
  'task-closed',
  'claimed',
  'released',
  'message',
  'letter-ready',
  'lapsed',
  'reminded',
  'documents-added',
  'register-answered',
  'bill-made',
  'bill-paid',
  'warned',
  'escalated',
  'noted',
  'calendar-changed',
  'rebased',
] as const;
/** Events that move no case from state to state. */
export type NoticeKind =
  | 'documents-added'
  | 'register-answered'
  | 'bill-made'
  | 'bill-paid'
  | 'warned'
  | 'escalated'
  | 'noted'
  | 'calendar-changed'
  | 'rebased';
export type EventKind = (typeof eventKinds)[number];

export interface EventActor {
  readonly kind: 'applicant' | 'officer' | 'system';
  readonly id?: string | undefined; // officer id
  readonly role?: string | undefined; // role id he acted in
  readonly unitId?: string | undefined;
  readonly delegation?: ActingFor | undefined; // in another's place, by which instrument
}

/** What the workflow opened; `dueAt` is when this step should be done, never later than the case's own due date. */
export interface TaskOpened {
  readonly id: string;
  readonly key: string;
  readonly kind: 'step' | TaskKind;
  readonly role: string;
  readonly unitId: string;
  readonly openedAt: string; // ISO instants throughout: this is JSON
  readonly dueAt: string;
  readonly silent?: boolean | undefined; // no answer until then is an answer
}
export interface TaskState extends TaskOpened {
  readonly assignee?: string | undefined;
  readonly closedAt?: string | undefined;
  readonly closedBy?: string | undefined;
  readonly verdict?: 'agree' | 'refuse' | undefined; // of parallel work, once it is closed
  readonly notNeeded?: boolean | undefined; // parallel work the case moved on without
}

export interface ClockFact {
  readonly type: 'start' | 'pause' | 'resume' | 'stop';
  readonly at: string;
  readonly reason?: string | undefined;
}
/** A running clock: rule and calendar are copied onto the case, so no later edit of the service can move a promise. */
export interface CaseClock {
  readonly rule: ClockRule;
  readonly calendarId: string;
  readonly events: readonly ClockFact[];
  readonly dueAt: string | null;
}

export interface CaseDocument {
  readonly id: string; // the document's id in the definition
  readonly uploadId: string;
}
export interface Correction {
  readonly fields: readonly string[];
  readonly documents: readonly string[];
  readonly reason: string;
  readonly note: string;
  readonly askedAt: string;
}
/** Who decided: people, the system because the facts were certain, or the law because time ran out. */
export type DecisionKind = 'manual' | 'system' | 'deemed';
/** Parallel work that counts for the join: asked in this round or kept from before a correction. */
export interface Round {
  readonly tasks: readonly string[]; // task ids
  readonly skipped: readonly string[]; // tasks a register made unnecessary: they count as in favour
}
export interface LetterResult {
  readonly letterId: string;
  readonly number: string;
  readonly at: string;
}
/** How the application reached us when somebody else held the keyboard. */
export interface Assisted {
  readonly mode: 'counter' | 'phone' | 'companion' | 'paper';
  readonly identity?: string | undefined; // how the officer saw who it is: 'ktp', 'known-facts', ...
  readonly helperName?: string | undefined;
  readonly helperPhone?: string | undefined;
  readonly relation?: string | undefined; // of a companion: 'rt-rw', 'family', 'neighbour', 'attendant'
  readonly applicantPhone?: string | undefined; // as the companion gave it
  readonly consent?: string | undefined; // what the applicant agreed to, in the words that were read out
  readonly receivedAt?: string | undefined; // paper: when the form was handed in; the clocks start there
  readonly confirmed?: 'screen' | 'read-aloud' | undefined; // how the applicant confirmed the answers before they were sent
  readonly lateReason?: string | undefined; // paper: why a form of long ago is entered only now
}
/** One register's word about this case. `statements` are yes or no (`match: true`); a register that is down says nothing. */
export interface RegisterAnswer {
  readonly register: string;
  readonly outcome: 'answered' | 'unknown' | 'unavailable';
  readonly statements: Readonly<Record<string, boolean>>;
  readonly at: string;
}
export interface Bill {
  readonly billId: string;
  readonly amount: number; // whole rupiah
  readonly legal: string;
  readonly expiresAt?: string | undefined;
  readonly paidAt?: string | undefined;
}
export interface Escalation {
  readonly about: string; // a clock's id, or a task's id
  readonly level: number; // 1: the head of the unit, 2: the unit above, ...
  readonly unitId: string;
  readonly role?: string | undefined;
  readonly reason: 'late' | 'silence' | 'step'; // the case's promise, an asked voice, the step of an office itself
  readonly at: string;
}
export type { Answers };

/** A unit that holds a role beside others, because it was asked as well. */
export interface AskedUnit {
  readonly role: string;
  readonly unitId: string;
  readonly done?: true | undefined; // has spoken: it may still read
}

export interface CaseState {
  readonly service: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly roleUnits: Readonly<Record<string, string>>; // role id -> unit id, resolved at intake
  readonly asked?: readonly AskedUnit[] | undefined; // once more than one unit was asked
  readonly state: string;
  readonly status: Status;
  readonly waitsFor: 'applicant' | 'officer' | 'tasks' | 'system' | 'nobody';
  readonly since: string; // when this state began
  readonly cameFrom?: string | undefined;
  readonly answers: Answers;
  readonly documents: readonly CaseDocument[];
  readonly tasks: readonly TaskState[];
  readonly doings: readonly {
    readonly action: string;
    readonly by: string;
    readonly delegation?: ActingFor | undefined;
  }[];
  readonly clocks: readonly CaseClock[];
  readonly correction?: Correction | undefined;
  readonly records: Readonly<Record<string, Answers>>; // what officers recorded, by action or task id
  readonly refusal?: { readonly reason: string; readonly note: string } | undefined;
  readonly letter?: LetterResult | undefined;
  readonly derived?: Answers | undefined; // what followed from the answers by the tables in force at intake
  readonly seen?: readonly string[] | undefined; // documents whose original an officer saw
  readonly waived?: readonly string[] | undefined; // documents a register made unnecessary
  readonly filled?: FilledFrom | undefined;
  readonly assisted?: Assisted | undefined;
  readonly disownedAt?: string | undefined; // the applicant said that this is not theirs
  readonly registers?: readonly RegisterAnswer[] | undefined; // the latest answer of each register
  readonly bill?: Bill | undefined;
  readonly warned?: Readonly<Record<string, number>> | undefined; // clock or task id -> highest percentage told
  readonly escalations?: readonly Escalation[] | undefined;
  readonly round?: Round | undefined;
  readonly decision?: { readonly kind: DecisionKind; readonly at: string } | undefined;
  readonly reminder?: { readonly at: string; readonly by: string } | undefined; // the latest from above, by officer id
  readonly submittedAt: string;
  readonly lapseAt?: string | undefined;
  readonly closedAt?: string | undefined;
}

/** What a transition changed; stored in the event so that folding needs no definition and no calendar. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly status: Status;
  readonly waitsFor: CaseState['waitsFor'];
  readonly opened: readonly TaskOpened[];
  readonly clocks: readonly {
    readonly id: string;
    readonly events: readonly ClockFact[];
    readonly dueAt: string | null;
    readonly reopened?: boolean | undefined; // the stop it had is taken back
    readonly unstarted?: boolean | undefined; // the action that began it is taken back
    readonly duration?: Duration | undefined; // chosen by an officer: it holds from the clock's own start
  }[];
  readonly due?: readonly { readonly id: string; readonly dueAt: string }[] | undefined; // of work that stays open
  readonly lapseAt?: string | undefined;
  readonly final: boolean;
  readonly round?: Round | undefined; // absent when the work stays as it was
  readonly notNeeded?: readonly { readonly id: string; readonly task: string }[] | undefined;
}

/** Answers nobody had to write: taken from an earlier case and left as they were. */
export interface FilledFrom {
  readonly from: string; // its number
  readonly count: number;
}

export interface Submitted {
  readonly service: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly roleUnits: Readonly<Record<string, string>>;
  readonly answers: Answers;
  readonly documents: readonly CaseDocument[];
  readonly clocks: readonly CaseClock[];
  readonly derived?: Answers | undefined;
  readonly seen?: readonly string[] | undefined;
  readonly waived?: readonly string[] | undefined;
  readonly filled?: FilledFrom | undefined;
  readonly assisted?: Assisted | undefined;
  readonly transition: Transition;
}
export interface Acted {
  readonly action: string;
  readonly kind: string;
  readonly transition: Transition;
  readonly recorded: Answers;
  readonly correction?: Correction | undefined;
  readonly refusal?: { readonly reason: string; readonly note: string } | undefined;
  readonly forwardedTo?: string | undefined; // the unit that is responsible from now on
  readonly offeredTo?: string | undefined; // a unit asked to take it; the responsible one stays so
  readonly roleUnits?: Readonly<Record<string, string>> | undefined; // of a case that was forwarded, offered, taken or given back: who stands where now
  readonly asked?: readonly AskedUnit[] | undefined; // of several units that were asked: who still is, and who has spoken
  readonly answers?: Answers | undefined; // a resubmission replaces the answers with the corrected ones
  readonly documents?: readonly CaseDocument[] | undefined;
  readonly decision?: DecisionKind | undefined; // of actions that decide the case
  readonly signedFor?: string | undefined; // officer in whose name the system signed
}
export interface EventData {
  readonly submitted: Submitted;
  readonly acted: Acted;
  readonly 'task-closed': {
    readonly task: string;
    readonly taskId: string;
    readonly recorded: Answers;
    readonly verdict?: 'agree' | 'refuse' | undefined;
    readonly silence?: Silence | undefined; // closed by the system because nobody spoke in time
    readonly visitedAt?: string | undefined; // when the officer was there, by the clock of his own phone
  };
  readonly claimed: { readonly taskId: string };
  readonly released: { readonly taskId: string };
  readonly message: {
    readonly from: 'applicant' | 'office';
    readonly text: string;
    readonly disowned?: true | undefined;
  };
  readonly 'letter-ready': LetterResult;
  readonly lapsed: { readonly transition: Transition };
  readonly reminded: { readonly daysLeft: number };
  readonly 'documents-added': {
    readonly documents: readonly CaseDocument[]; // all of them afterwards
    readonly added: readonly string[];
    readonly seen?: readonly string[] | undefined;
  };
  readonly 'register-answered': RegisterAnswer & { readonly waived?: readonly string[] | undefined };
  readonly 'bill-made': Bill;
  readonly 'bill-paid': { readonly billId: string; readonly paidAt: string; readonly reference: string };
  readonly warned: { readonly about: string; readonly percent: number };
  readonly escalated: Omit<Escalation, 'at'>;
  readonly noted: { readonly text: string; readonly reminds: boolean }; // among officers; the applicant does not read it
  readonly 'calendar-changed': {
    readonly reason: string;
    readonly decree?: string | undefined;
    readonly clocks: readonly {
      readonly id: string;
      readonly calendarId: string;
      readonly dueAt: string | null;
      readonly before: string | null;
    }[];
    readonly tasks: readonly { readonly id: string; readonly dueAt: string; readonly before?: string | undefined }[];
    readonly lapseAt?: string | undefined;
  };
  readonly rebased: { readonly fromVersionId: string; readonly versionId: string; readonly reason: string };
}
export type NewEvent = { [K in EventKind]: { readonly kind: K; readonly data: EventData[K] } }[EventKind];

export type CaseEvent = NewEvent & {
  readonly seq: number;
  readonly at: string;
  readonly actor: EventActor;
  readonly channel: Channel | 'worker';
  readonly requestId: string;
  readonly prevHash: string; // hex, '' for the first
  readonly hash: string;
};

/** An event as the timeline needs it: what was submitted is not carried along. */
export type HistoryEvent =
  | Exclude<CaseEvent, { kind: 'submitted' }>
  | Omit<Extract<CaseEvent, { kind: 'submitted' }>, 'data'>;

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly version: number; // seq of the last event
  readonly lastHash: string;
  readonly state: CaseState;
  readonly applicantShort: string;
  readonly locale: 'id' | 'en';
  readonly email?: string | undefined;
}
