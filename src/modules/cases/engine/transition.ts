// One move of a case: the new state, the work it opens, the clocks it touches.

import { stateOf, statusOf } from '../../../definition/workflow/position.ts';
import type { WorkItem } from '../../../definition/workflow/work.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { Answers, CaseClock, CaseState, TaskOpened, Transition } from '../types.ts';
import { unitsAsked } from './asked.ts';
import { advanced, clockSteps } from './clock-steps.ts';
import type { Environment } from './environment.ts';
import { caseDue } from './leading-clock.ts';
import { workFor } from './round.ts';

/** The case before the move, as far as a move depends on it; at intake there is only what was submitted. */
export type Before = Pick<CaseState, 'answers' | 'clocks'> &
  Partial<Pick<CaseState, 'registers' | 'tasks' | 'round' | 'correction' | 'lapseAt' | 'doings'>>;

export interface MoveRequest {
  readonly from: string;
  readonly to: string;
  readonly actionKind: string;
  readonly action?: string | undefined;
  readonly undo?: string | undefined; // the action it takes back
  readonly recorded?: Answers | undefined; // what the action's form said
  readonly before: Before;
  readonly roleUnits: Readonly<Record<string, string>>;
  readonly asked?: CaseState['asked'];
  readonly reopen: boolean; // open the state's work even when the state stays the same
}

function waitsForOf(env: Environment, state: string): CaseState['waitsFor'] {
  const { waitsFor, final } = stateOf(env.definition, state);
  if (final || waitsFor === undefined) return 'nobody';
  return waitsFor === 'applicant' || waitsFor === 'tasks' || waitsFor === 'system' ? waitsFor : 'officer';
}

function opened(env: Environment, item: WorkItem, unitId: string, promised: Date | undefined): TaskOpened {
  const own = item.target ? dueAfter(item.target, env.now, env.calendar) : undefined;
  // A step may not promise more time than the whole case has left; without either, one working day. Where silence is an
  // answer, the time to speak is what the definition gives, whatever is left of the promise.
  const within = item.silent && own ? own : earliest(own, promised);
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

export function makeTransition(env: Environment, move: MoveRequest): Transition {
  const { from, to, before } = move;
  const state = stateOf(env.definition, to);
  const enters = from !== to || move.reopen;
  const { actionKind, action, undo, recorded } = move;
  const undoesAll = undo !== undefined && timesStanding(before.doings ?? [], { undo, by: action }) === 1;
  const moved = { to, actionKind, action, undo, undoesAll, recorded, enters, final: state.final };
  const clocks = clockSteps(env, before.clocks, moved);
  const due = caseDue(after(before.clocks, clocks));
  const work = enters ? workFor(env, move) : undefined;
  const tasks = (work?.items ?? []).flatMap((item) =>
    unitsOf(move, item.role).map((unitId) => opened(env, item, unitId, due)),
  );
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
    ...(enters ? {} : movedDue(env, before, { to, due })),
    ...(work?.round ? { round: work.round(tasks.map((task) => task.id)) } : {}),
    ...(work && work.notNeeded.length > 0 ? { notNeeded: work.notNeeded } : {}),
  };
}

/** How often an action was taken and not taken back. */
function timesStanding(doings: CaseState['doings'], { undo, by }: { undo: string; by: string | undefined }): number {
  const times = (name: string | undefined) => doings.filter((doing) => doing.action === name).length;
  return times(undo) - times(by);
}

/** The clocks as they are after these steps. */
function after(clocks: readonly CaseClock[], steps: Transition['clocks']): CaseClock[] {
  return clocks.map((clock) => {
    const step = steps.find(({ id }) => id === clock.rule.id);
    return step ? advanced(clock, step) : clock;
  });
}

/** A stage that ends while the same work goes on: its date is then that of the clock that counts next. */
function movedDue(env: Environment, before: Before, { to, due }: { to: string; due: Date | undefined }) {
  if (stateOf(env.definition, to).target !== undefined || !due) return {};
  const dueAt = due.toISOString();
  const was = caseDue(before.clocks)?.toISOString();
  const moved = (before.tasks ?? []).filter(
    (task) => task.closedAt === undefined && task.kind === 'step' && task.dueAt === was && was !== dueAt,
  );
  return moved.length > 0 ? { due: moved.map(({ id }) => ({ id, dueAt })) } : {};
}

/** Where several were asked each of them has the step to take. */
function unitsOf(move: MoveRequest, role: string): string[] {
  const units = unitsAsked(move, role);
  if (units.length === 0) throw new Error(`role ${role} has no unit on this case`);
  return units;
}
