// One move of a case: the new state, the work it opens, the clocks it touches.

import { stateOf, statusOf } from '../../../definition/workflow/position.ts';
import type { WorkItem } from '../../../definition/workflow/work.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { CaseState, TaskOpened, Transition } from '../types.ts';
import { clockSteps } from './clock-steps.ts';
import type { Environment } from './environment.ts';
import { workFor } from './round.ts';

/** The case before the move, as far as a move depends on it; at intake there is only what was submitted. */
export type Before = Pick<CaseState, 'answers' | 'clocks'> &
  Partial<Pick<CaseState, 'registers' | 'tasks' | 'round' | 'correction' | 'lapseAt'>>;

export interface MoveRequest {
  readonly from: string;
  readonly to: string;
  readonly actionKind: string;
  readonly before: Before;
  readonly roleUnits: Readonly<Record<string, string>>;
  readonly reopen: boolean; // open the state's work even when the state stays the same
}

function waitsForOf(env: Environment, state: string): CaseState['waitsFor'] {
  const { waitsFor, final } = stateOf(env.definition, state);
  if (final || waitsFor === undefined) return 'nobody';
  return waitsFor === 'applicant' || waitsFor === 'tasks' || waitsFor === 'system' ? waitsFor : 'officer';
}

function opened(env: Environment, item: WorkItem, unitId: string, caseDue: Date | undefined): TaskOpened {
  const own = item.target ? dueAfter(item.target, env.now, env.calendar) : undefined;
  // A step may not promise more time than the whole case has left; without either, one working day. Where silence is an
  // answer, the time to speak is what the definition gives, whatever is left of the promise.
  const within = item.silent && own ? own : earliest(own, caseDue);
  const due = within ?? dueAfter({ amount: 1, unit: 'working-days' }, env.now, env.calendar);
  const { key, kind, role, silent } = item;
  return {
    id: env.newId(),
    key,
    kind,
    role,
    unitId,
    openedAt: env.now.toISOString(),
    dueAt: due.toISOString(),
    ...(silent ? { silent } : {}),
  };
}

function earliest(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}

/** The due date of the promise, if its clock has started. */
export function promiseDue(clocks: readonly { id: string; dueAt: string | null }[]): Date | undefined {
  const promise = clocks.find((clock) => clock.id === 'promise') ?? clocks[0];
  return promise?.dueAt ? new Date(promise.dueAt) : undefined;
}

export function makeTransition(env: Environment, move: MoveRequest): Transition {
  const { from, to, before } = move;
  const state = stateOf(env.definition, to);
  const enters = from !== to || move.reopen;
  const clocks = clockSteps(env, before.clocks, { to, actionKind: move.actionKind, final: state.final });
  const caseDue = promiseDue(clocks);
  const work = enters ? workFor(env, move) : undefined;
  const tasks = (work?.items ?? []).map((item) => opened(env, item, unitOf(move.roleUnits, item.role), caseDue));
  const lapseAt = enters && state.lapse ? dueAfter(state.lapse.after, env.now, env.calendar).toISOString() : undefined;
  return {
    from,
    to,
    status: statusOf(env.definition, to),
    waitsFor: waitsForOf(env, to),
    opened: tasks,
    clocks,
    lapseAt: enters ? lapseAt : before.lapseAt,
    final: state.final,
    ...(work?.round ? { round: work.round(tasks.map((task) => task.id)) } : {}),
    ...(work && work.notNeeded.length > 0 ? { notNeeded: work.notNeeded } : {}),
  };
}

function unitOf(roleUnits: Readonly<Record<string, string>>, role: string): string {
  const unit = roleUnits[role];
  if (!unit) throw new Error(`role ${role} has no unit on this case`);
  return unit;
}
