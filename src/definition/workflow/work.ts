// The work that entering a state opens: one step for the role waited for, or the parallel tasks whose condition holds.
import type { Condition, Duration, ServiceDefinition, TaskKind } from '../schema.ts';
import { stateOf } from './position.ts';

export interface WorkItem {
  readonly key: string;
  readonly kind: 'step' | TaskKind;
  readonly role: string;
  readonly target?: Duration | undefined;
}

/**
 * @param holds evaluates a condition over the case's answers; passed in so that this file needs no field types.
 */
export function workOnEntering(
  definition: ServiceDefinition,
  state: string,
  holds: (condition: Condition) => boolean,
): WorkItem[] {
  const { waitsFor, target, final } = stateOf(definition, state);
  if (final || waitsFor === undefined || waitsFor === 'applicant' || waitsFor === 'system') return [];
  if (waitsFor !== 'tasks') return [{ key: state, kind: 'step', role: waitsFor, target }];
  return definition.workflow.tasks
    .filter((task) => task.in === state && (task.when === undefined || holds(task.when)))
    .map((task) => ({ key: task.id, kind: task.kind, role: task.role, target: task.due }));
}
