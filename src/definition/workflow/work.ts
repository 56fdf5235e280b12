// The work that entering a state opens: one step for the role waited for, or the parallel tasks whose condition holds.
import type { Condition, Duration, ServiceDefinition, Task, TaskKind } from '../schema.ts';
import { stateOf } from './position.ts';

export interface WorkItem {
  readonly key: string;
  readonly kind: 'step' | TaskKind;
  readonly role: string;
  readonly target?: Duration | undefined;
  readonly silent?: boolean | undefined; // no answer until then is an answer
}
export interface WorkToOpen {
  readonly items: readonly WorkItem[];
  readonly skipped: readonly string[]; // tasks a register made unnecessary
}
/** What is known of the case; passed in so that this file needs no field types. */
export interface Known {
  readonly holds: (condition: Condition) => boolean;
  readonly stated: (fact: string) => boolean;
}
const none: WorkToOpen = { items: [], skipped: [] };

export function workOnEntering(definition: ServiceDefinition, state: string, known: Known): WorkToOpen {
  const { waitsFor, target, final } = stateOf(definition, state);
  if (final || waitsFor === undefined || waitsFor === 'applicant' || waitsFor === 'system') return none;
  if (waitsFor !== 'tasks') return { items: [{ key: state, kind: 'step', role: waitsFor, target }], skipped: [] };
  const asked = tasksIn(definition, state, known.holds);
  const skips = (task: Task) => task.skipWhen !== undefined && known.stated(task.skipWhen);
  const items = asked
    .filter((task) => !skips(task))
    .map((task): WorkItem => {
      const silent = task.silence === 'agree' || task.silence === 'refuse';
      return { key: task.id, kind: task.kind, role: task.role, target: task.due, ...(silent ? { silent } : {}) };
    });
  return { items, skipped: asked.filter(skips).map((task) => task.id) };
}

/** The parallel tasks of a state that this case calls for. */
export function tasksIn(definition: ServiceDefinition, state: string, holds: Known['holds']): Task[] {
  return definition.workflow.tasks.filter((task) => task.in === state && (task.when === undefined || holds(task.when)));
}
