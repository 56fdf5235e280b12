// One move of a case: the new state, the work it opens, the clocks it touches.

import { stateOf, statusOf } from '../../../definition/workflow/position.ts';
import { type WorkItem, workOnEntering } from '../../../definition/workflow/work.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { Answers, CaseClock, CaseState, TaskOpened, Transition } from '../types.ts';
import { clockSteps } from './clock-steps.ts';
import type { Environment } from './environment.ts';

export interface MoveRequest {
  readonly from: string;
  readonly to: string;
  readonly actionKind: string;
  readonly answers: Answers;
  readonly clocks: readonly CaseClock[];
  readonly roleUnits: Readonly<Record<string, string>>;
  readonly reopen: boolean; // open the state's work even when the state stays the same
  readonly lapseAt?: string | undefined; // of the state it is in, kept when the move stays there
}

function waitsForOf(env: Environment, state: string): CaseState['waitsFor'] {
  const { waitsFor, final } = stateOf(env.definition, state);
  if (final || waitsFor === undefined) return 'nobody';
  return waitsFor === 'applicant' || waitsFor === 'tasks' || waitsFor === 'system' ? waitsFor : 'officer';
}

function opened(env: Environment, item: WorkItem, unitId: string, caseDue: Date | undefined): TaskOpened {
  const own = item.target ? dueAfter(item.target, env.now, env.calendar) : undefined;
  // A step may not promise more time than the whole case has left; without either, one working day.
  const due = earliest(own, caseDue) ?? dueAfter({ amount: 1, unit: 'working-days' }, env.now, env.calendar);
  const { key, kind, role } = item;
  return { id: env.newId(), key, kind, role, unitId, openedAt: env.now.toISOString(), dueAt: due.toISOString() };
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
  const state = stateOf(env.definition, move.to);
  const enters = move.from !== move.to || move.reopen;
  const clocks = clockSteps(env, move.clocks, { to: move.to, actionKind: move.actionKind, final: state.final });
  const caseDue = promiseDue(clocks);
  const work = enters ? workOnEntering(env.definition, move.to, (condition) => env.holds(condition, move.answers)) : [];
  return {
    from: move.from,
    to: move.to,
    status: statusOf(env.definition, move.to),
    waitsFor: waitsForOf(env, move.to),
    opened: work.map((item) => opened(env, item, unitOf(move.roleUnits, item.role), caseDue)),
    clocks,
    lapseAt:
      enters && state.lapse
        ? dueAfter(state.lapse.after, env.now, env.calendar).toISOString()
        : enters
          ? undefined
          : move.lapseAt,
    final: state.final,
  };
}

function unitOf(roleUnits: Readonly<Record<string, string>>, role: string): string {
  const unit = roleUnits[role];
  if (!unit) throw new Error(`role ${role} has no unit on this case`);
  return unit;
}
