// The state of a case is nothing but its events applied in order. Pure; the same function serves writing and `loket24 verify`.

import { canonicalJson } from '../../../lib/canonical-json.ts';
import type {
  Acted,
  CaseClock,
  CaseEvent,
  CaseState,
  EventActor,
  TaskOpened,
  TaskState,
  Transition,
} from '../types.ts';
import { advanced as stepped } from './clock-steps.ts';
import { applyNotice } from './fold-notices.ts';

function withTransition(state: CaseState, transition: Transition, at: string): CaseState {
  // Staying in a state keeps its open work, unless new work replaces it (a case forwarded to another unit).
  const leaves =
    transition.from !== transition.to || transition.opened.length > 0 || transition.notNeeded !== undefined;
  const dropped = new Set(transition.notNeeded?.map(({ id }) => id));
  const due = new Map(transition.due?.map(({ id, dueAt }) => [id, dueAt]));
  const kept = state.tasks.map((task) => {
    if (task.closedAt !== undefined) return task;
    if (!leaves) return { ...task, dueAt: due.get(task.id) ?? task.dueAt };
    return { ...task, closedAt: at, ...(dropped.has(task.id) ? { notNeeded: true } : {}) };
  });
  const clocks = state.clocks.map((clock) => advanced(clock, transition));
  return {
    ...state,
    state: transition.to,
    status: transition.status,
    waitsFor: transition.waitsFor,
    since: at,
    tasks: [...kept, ...transition.opened.map(asTask)],
    clocks,
    lapseAt: transition.lapseAt,
    closedAt: transition.final ? at : undefined,
    ...(transition.round ? { round: transition.round } : {}),
  };
}

const asTask = (opened: TaskOpened): TaskState => ({ ...opened });

function advanced(clock: CaseClock, transition: Transition): CaseClock {
  const change = transition.clocks.find((candidate) => candidate.id === clock.rule.id);
  return change ? stepped(clock, change) : clock;
}

function withTask(state: CaseState, taskId: string, change: Partial<TaskState>): CaseState {
  return { ...state, tasks: state.tasks.map((task) => (task.id === taskId ? { ...task, ...change } : task)) };
}

function afterActing(state: CaseState, event: Extract<CaseEvent, { kind: 'acted' }>): CaseState {
  const { data, at, actor } = event;
  const by = actor.id ?? actor.kind;
  const moved = withTransition(state, data.transition, at);
  const asksCorrection = data.correction !== undefined;
  return {
    ...moved,
    tasks: moved.tasks.map((task) =>
      task.closedAt === at && task.closedBy === undefined ? { ...task, closedBy: by } : task,
    ),
    doings: [...state.doings, { action: data.action, by, ...inPlace(actor) }],
    cameFrom: asksCorrection ? data.transition.from : undefined,
    correction: data.correction,
    refusal: data.refusal ?? state.refusal,
    records: hasKeys(data.recorded) ? { ...state.records, [data.action]: data.recorded } : state.records,
    answers: data.answers ?? state.answers,
    ...(saysSomethingElse(state, data) ? { registers: undefined, waived: undefined } : {}),
    documents: data.documents ?? state.documents,
    ...(data.decision ? { decision: { kind: data.decision, at } } : {}),
    unitId: data.forwardedTo ?? state.unitId,
    roleUnits: data.roleUnits ?? state.roleUnits,
    ...(data.asked ? { asked: data.asked } : {}),
  };
}

const inPlace = ({ delegation }: EventActor) => (delegation ? { delegation } : {});
/** A register spoke about the answers as they were: after a correction it is asked anew. */
function saysSomethingElse(state: CaseState, { answers }: Acted): boolean {
  const spoken = state.registers !== undefined || state.waived !== undefined;
  return spoken && answers !== undefined && canonicalJson(answers) !== canonicalJson(state.answers);
}

type Submitted = Extract<CaseEvent, { kind: 'submitted' }>['data'];

function givenAtIntake({ derived, seen, waived, filled, assisted }: Submitted): Partial<CaseState> {
  return {
    ...(derived ? { derived } : {}),
    ...(seen ? { seen } : {}),
    ...(waived ? { waived } : {}),
    ...(filled ? { filled } : {}),
    ...(assisted ? { assisted } : {}),
  };
}

const hasKeys = (record: object): boolean => Object.keys(record).length > 0;

/** Applies one event. The first must be `submitted`; anything else on an empty state is a programming error. */
export function applyEvent(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.kind === 'submitted') {
    const { service, versionId, unitId, roleUnits, answers, documents, clocks, transition } = event.data;
    return {
      service,
      versionId,
      unitId,
      roleUnits,
      answers,
      documents,
      clocks,
      state: transition.to,
      status: transition.status,
      waitsFor: transition.waitsFor,
      since: event.at,
      tasks: transition.opened.map(asTask),
      doings: [{ action: 'submit', by: event.actor.id ?? 'applicant' }],
      records: {},
      ...givenAtIntake(event.data),
      submittedAt: event.at,
      lapseAt: transition.lapseAt,
      closedAt: transition.final ? event.at : undefined,
      ...(transition.round ? { round: transition.round } : {}),
    };
  }
  if (!state) throw new Error('the first event of a case must be its submission');
  switch (event.kind) {
    case 'acted':
      return afterActing(state, event);
    case 'task-closed': {
      const by = event.actor.id ?? event.actor.kind;
      const { taskId, verdict } = event.data;
      const closed = withTask(state, taskId, { closedAt: event.at, closedBy: by, ...(verdict ? { verdict } : {}) });
      return {
        ...closed,
        doings: [...state.doings, { action: event.data.task, by, ...inPlace(event.actor) }],
        records: { ...state.records, [event.data.task]: event.data.recorded },
      };
    }
    case 'claimed':
      return withTask(state, event.data.taskId, { assignee: event.actor.id });
    case 'released':
      return withTask(state, event.data.taskId, { assignee: undefined });
    case 'letter-ready':
      return { ...state, letter: event.data };
    case 'lapsed':
      return withTransition(state, event.data.transition, event.at);
    case 'message':
      return event.data.disowned ? { ...state, disownedAt: event.at } : state;
    case 'reminded':
      return state;
    default:
      return applyNotice(state, event);
  }
}

export function foldEvents(events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | undefined>(applyEvent, undefined);
  if (!state) throw new Error('a case has at least its submission');
  return state;
}
