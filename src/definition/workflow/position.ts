// Where a case stands in its workflow: everything the rules need to know, and nothing about storage.
import type { ServiceDefinition, State, Status } from '../schema.ts';

export interface OpenTask {
  readonly id: string;
  readonly key: string; // the state id for a step, the task id for parallel work
  readonly role: string;
  readonly assignee?: string | undefined;
}
export interface Doing {
  readonly action: string;
  readonly by: string; // officer id, or 'applicant'
}
/** Parallel work of the present state: still open, or closed with what it said (closing without a verdict is in favour). */
export interface WorkDone {
  readonly open: boolean;
  readonly verdict?: 'agree' | 'refuse' | undefined;
}
export interface Position {
  readonly state: string;
  readonly cameFrom?: string | undefined; // where a correction was asked from: the target of `to: back`
  readonly openTasks: readonly OpenTask[];
  readonly doings: readonly Doing[];
  readonly work: readonly WorkDone[]; // what the join of the state counts
  readonly paid?: boolean | undefined; // the bill of the case
  readonly confirmed?: boolean | undefined; // `workflow.confirmed` holds
  readonly told?: string | undefined; // the action another part of the house asks for
  readonly expired?: ReadonlySet<string> | undefined; // clocks that ran out
}

export function stateOf(definition: ServiceDefinition, id: string): State {
  const state = definition.workflow.states[id];
  if (!state) throw new Error(`state ${id} is not in ${definition.service}: a compiled definition cannot have this`);
  return state;
}

/** The citizen's word for a state (look.md 5.7): as the definition says, else from who is waited for. */
export function statusOf(definition: ServiceDefinition, id: string): Status {
  const state = stateOf(definition, id);
  if (state.status) return state.status;
  if (state.final) return 'done';
  if (state.waitsFor === 'applicant') return 'needs-you';
  return id === definition.workflow.start ? 'received' : 'in-progress';
}

/** How often an action was done on this case (limits count the whole life of the case). */
export function timesDone(position: Position, action: string): number {
  return position.doings.filter((doing) => doing.action === action).length;
}
