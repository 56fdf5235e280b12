// A command on an open case becomes events, or the reason why not. Pure: locking, storing and telling come after.
import type { Action } from '../../../definition/schema.ts';
import {
  type Decision,
  decideAction,
  type Refusal,
  silentTasks,
  systemStep,
  verdictOf,
} from '../../../definition/workflow/decide.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { Acted, Answers, CaseDocument, CaseState, Correction, NewEvent } from '../types.ts';
import { custodyAfter, mayRelease, othersStillAsked } from './custody.ts';
import { decisionOf } from './decision.ts';
import type { Environment } from './environment.ts';
import { positionAt, positionOf } from './position.ts';
import { makeTransition } from './transition.ts';

export interface ActCommand {
  readonly action: string;
  readonly recorded: Answers; // the action's own form, already parsed
  readonly correction?: Omit<Correction, 'askedAt'> | undefined;
  readonly refusal?: { readonly reason: string; readonly note: string } | undefined;
  readonly forwardTo?: { readonly unitId: string; readonly roleUnits: Readonly<Record<string, string>> } | undefined;
  readonly offerTo?: string | undefined; // the unit chosen for an action that offers the case
  readonly as?: string | undefined; // the unit for which a step is taken that several were asked for
  readonly release?: string | undefined; // the unit that is asked no more
  readonly answers?: Answers | undefined;
  readonly documents?: readonly CaseDocument[] | undefined;
  readonly told?: boolean | undefined; // of a step the system takes because another part of the house says so
  readonly visitedAt?: string | undefined; // work outside the office, sent later
}
export type ActResult =
  | { readonly ok: true; readonly event: NewEvent }
  | { readonly ok: false; readonly refusal: Refusal };

interface Move {
  readonly action: Action;
  readonly to: string;
  readonly who: Who['kind'];
}

function actedEvent(
  env: Environment,
  state: CaseState,
  command: ActCommand,
  { action, to, who }: Move,
): Extract<NewEvent, { kind: 'acted' }> {
  const custody = custodyAfter(state, action, command);
  const transition = makeTransition(env, {
    from: state.state,
    to,
    actionKind: action.kind,
    action: action.do,
    undo: action.undo,
    recorded: command.recorded,
    before: { ...state, ...(command.answers ? { answers: command.answers } : {}) },
    roleUnits: custody.roleUnits ?? state.roleUnits,
    asked: custody.asked ?? state.asked,
    reopen: custody.forwardedTo !== undefined || custody.offeredTo !== undefined || custody.asked !== undefined,
  });
  const decision = decisionOf(state, action, transition, who);
  const signs = who === 'system' && action.effects.includes('issue-letter');
  const data: Acted = {
    action: action.do,
    kind: action.kind,
    transition,
    recorded: command.recorded,
    ...(command.correction ? { correction: { ...command.correction, askedAt: env.now.toISOString() } } : {}),
    ...(command.refusal ? { refusal: command.refusal } : {}),
    ...custody,
    ...(command.answers ? { answers: command.answers } : {}),
    ...(command.documents ? { documents: command.documents } : {}),
    ...(decision ? { decision } : {}),
    ...(signs && env.signer ? { signedFor: env.signer } : {}),
  };
  return { kind: 'acted', data };
}

export function decideCommand(env: Environment, state: CaseState, command: ActCommand, who: Who): ActResult {
  const position = { ...positionOf(state), ...(command.told ? { told: command.action } : {}) };
  const decision: Decision = decideAction(env.definition, position, command.action, who);
  if (!decision.ok) return decision;
  if (decision.kind === 'task') {
    const { task, openTaskId } = decision;
    const { recorded, visitedAt } = command;
    const verdict = verdictOf(task, recorded);
    const data = { task: task.id, taskId: openTaskId, recorded, verdict, ...(visitedAt ? { visitedAt } : {}) };
    return { ok: true, event: { kind: 'task-closed', data } };
  }
  const { action } = decision;
  if (!mayRelease(state, action, command)) return { ok: false, refusal: 'not_here' };
  const to = action.each && othersStillAsked(state, action, command) ? action.each.meanwhile : decision.to;
  return { ok: true, event: actedEvent(env, state, command, { action, to, who: who.kind }) };
}

/** The system's follow-up, when the change before or the mere passing of time made one possible. */
export function decideFollowUp(env: Environment, state: CaseState): Extract<NewEvent, { kind: 'acted' }> | undefined {
  // A letter needs somebody in whose name it is signed; without one the case takes its usual way through people.
  const allows = (action: Action) => !action.effects.includes('issue-letter') || env.signer !== undefined;
  const action = systemStep(env.definition, positionAt(env, state), allows);
  if (!action) return undefined;
  const to = action.to === 'back' ? (state.cameFrom ?? env.definition.workflow.start) : action.to;
  // A refusal by time or register gives the first of the reasons the definition lists for it.
  const reason = action.kind === 'refuse' ? action.reasons?.[0]?.value : undefined;
  const command = { action: action.do, recorded: {}, ...(reason ? { refusal: { reason, note: '' } } : {}) };
  return actedEvent(env, state, command, { action, to, who: 'system' });
}

/** The first parallel task whose silence has become an answer. */
export function decideSilence(
  env: Environment,
  state: CaseState,
): Extract<NewEvent, { kind: 'task-closed' }> | undefined {
  const open = state.tasks.filter((task) => task.closedAt === undefined && task.silent === true);
  const silent = silentTasks(env.definition, open, env.now)[0];
  if (!silent) return undefined;
  const { task, taskId, verdict } = silent;
  return { kind: 'task-closed', data: { task: task.id, taskId, recorded: {}, verdict, silence: verdict } };
}

/** The applicant let the time for completing pass. */
export function decideLapse(env: Environment, state: CaseState): NewEvent | undefined {
  const lapse = env.definition.workflow.states[state.state]?.lapse;
  if (!lapse || state.lapseAt === undefined || new Date(state.lapseAt) > env.now) return undefined;
  const transition = makeTransition(env, {
    from: state.state,
    to: lapse.to,
    actionKind: 'lapse',
    before: state,
    roleUnits: state.roleUnits,
    reopen: false,
  });
  return { kind: 'lapsed', data: { transition } };
}
