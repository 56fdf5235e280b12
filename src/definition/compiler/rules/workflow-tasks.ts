// Parallel work: opened where it is waited for, and joined when it is done.
import type { Scope } from '../scope.ts';
import { has } from '../scope.ts';
import { checkCondition, sightBefore } from './conditions.ts';
import { checkOfficeForm } from './questions.ts';

export function checkTaskStates(scope: Scope): void {
  const { tasks, states } = scope.def.workflow;
  for (const [index, task] of tasks.entries()) {
    const path = ['workflow', 'tasks', index];
    const state = has(states, task.in) ? states[task.in] : undefined;
    if (state !== undefined && state.waitsFor !== 'tasks')
      scope.report('L24-W025', [...path, 'in'], { task: task.id, state: task.in });
    if (task.when !== undefined)
      checkCondition(scope, sightBefore(scope, Number.POSITIVE_INFINITY), task.when, [...path, 'when']);
    checkOfficeForm(scope, task.form, [...path, 'form']);
  }
  for (const [name, state] of Object.entries(states)) if (state.waitsFor === 'tasks') checkJoin(scope, name);
}

function checkJoin(scope: Scope, name: string): void {
  const { tasks, actions } = scope.def.workflow;
  const path = ['workflow', 'states', name];
  if (!tasks.some((task) => task.in === name)) scope.report('L24-W023', path, { state: name });
  const joins = actions.some(
    (action) => action.when === 'tasks-done' && action.by.includes('system') && action.from.includes(name),
  );
  if (!joins) scope.report('L24-W024', path, { state: name });
}
