// A case as the rules of the workflow look at it.
import type { Position, WorkDone } from '../../../definition/workflow/position.ts';
import type { CaseState, TaskState } from '../types.ts';
import type { Environment } from './environment.ts';
import { expiredClocks, isConfirmed } from './statements.ts';

const isOpen = (task: TaskState): boolean => task.closedAt === undefined;

function workOf(state: CaseState): WorkDone[] {
  const round = state.round;
  // Cases opened before rounds were recorded: what is open is what is waited for.
  const tasks = state.tasks.filter((task) => (round ? round.tasks.includes(task.id) : isOpen(task)));
  const skipped = (round?.skipped ?? []).map((): WorkDone => ({ open: false, verdict: 'agree' }));
  return [...tasks.map((task): WorkDone => ({ open: isOpen(task), verdict: task.verdict })), ...skipped];
}

/** For people: what they may do does not hang on clocks or registers. */
export function positionOf(state: CaseState): Position {
  return {
    state: state.state,
    cameFrom: state.cameFrom,
    openTasks: state.tasks.filter(isOpen),
    doings: state.doings,
    work: workOf(state),
    paid: state.bill?.paidAt !== undefined,
  };
}

/** For the system, at the moment of `env`; clocks and registers are asked only where something waits for them. */
export function positionAt(env: Environment, state: CaseState): Position {
  const here = env.definition.workflow.actions.filter(
    (action) => action.when !== undefined && action.from.includes(state.state),
  );
  const waitsFor = (moment: string) => here.some((action) => action.when === moment);
  return {
    ...positionOf(state),
    confirmed: waitsFor('confirmed') && isConfirmed(env, state),
    ...(waitsFor('expired') ? { expired: expiredClocks(env, state) } : {}),
  };
}
