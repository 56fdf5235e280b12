// A command on an open case becomes events, or the reason why not. Pure: locking, storing and telling come after.
import type { Action } from '../../../definition/schema.ts';
import { type Decision, decideAction, type Refusal, systemStep } from '../../../definition/workflow/decide.ts';
import type { Position } from '../../../definition/workflow/position.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { Acted, Answers, CaseDocument, CaseState, Correction, NewEvent } from '../types.ts';
import type { Environment } from './environment.ts';
import { makeTransition } from './transition.ts';

export interface ActCommand {
  readonly action: string;
  readonly recorded: Answers; // the action's own form, already parsed
  readonly correction?: Omit<Correction, 'askedAt'> | undefined;
  readonly refusal?: { readonly reason: string; readonly note: string } | undefined;
  readonly forwardTo?: { readonly unitId: string; readonly roleUnits: Readonly<Record<string, string>> } | undefined;
  readonly answers?: Answers | undefined;
  readonly documents?: readonly CaseDocument[] | undefined;
}
export type ActResult =
  | { readonly ok: true; readonly event: NewEvent }
  | { readonly ok: false; readonly refusal: Refusal };

export function positionOf(state: CaseState): Position {
  return {
    state: state.state,
    cameFrom: state.cameFrom,
    openTasks: state.tasks.filter((task) => task.closedAt === undefined),
    doings: state.doings,
  };
}

function actedEvent(
  env: Environment,
  state: CaseState,
  command: ActCommand,
  move: { action: Action; to: string },
): NewEvent {
  const { action, to } = move;
  const transition = makeTransition(env, {
    from: state.state,
    to,
    actionKind: action.kind,
    answers: command.answers ?? state.answers,
    clocks: state.clocks,
    roleUnits: command.forwardTo?.roleUnits ?? state.roleUnits,
    reopen: command.forwardTo !== undefined,
    lapseAt: state.lapseAt,
  });
  const data: Acted = {
    action: action.do,
    kind: action.kind,
    transition,
    recorded: command.recorded,
    ...(command.correction ? { correction: { ...command.correction, askedAt: env.now.toISOString() } } : {}),
    ...(command.refusal ? { refusal: command.refusal } : {}),
    ...(command.forwardTo ? { forwardedTo: command.forwardTo.unitId, roleUnits: command.forwardTo.roleUnits } : {}),
    ...(command.answers ? { answers: command.answers } : {}),
    ...(command.documents ? { documents: command.documents } : {}),
  };
  return { kind: 'acted', data };
}

export function decideCommand(env: Environment, state: CaseState, command: ActCommand, who: Who): ActResult {
  const decision: Decision = decideAction(env.definition, positionOf(state), command.action, who);
  if (!decision.ok) return decision;
  if (decision.kind === 'task') {
    const data = { task: decision.task.id, taskId: decision.openTaskId, recorded: command.recorded };
    return { ok: true, event: { kind: 'task-closed', data } };
  }
  return { ok: true, event: actedEvent(env, state, command, { action: decision.action, to: decision.to }) };
}

/** The system's follow-up, when the change before made one possible (all opinions are in, a register answered). */
export function decideFollowUp(env: Environment, state: CaseState): NewEvent | undefined {
  const action = systemStep(env.definition, positionOf(state));
  if (!action) return undefined;
  const to = action.to === 'back' ? (state.cameFrom ?? env.definition.workflow.start) : action.to;
  return actedEvent(env, state, { action: action.do, recorded: {} }, { action, to });
}

/** The applicant let the time for completing pass. */
export function decideLapse(env: Environment, state: CaseState): NewEvent | undefined {
  const lapse = env.definition.workflow.states[state.state]?.lapse;
  if (!lapse || state.lapseAt === undefined || new Date(state.lapseAt) > env.now) return undefined;
  const transition = makeTransition(env, {
    from: state.state,
    to: lapse.to,
    actionKind: 'lapse',
    answers: state.answers,
    clocks: state.clocks,
    roleUnits: state.roleUnits,
    reopen: false,
  });
  return { kind: 'lapsed', data: { transition } };
}
