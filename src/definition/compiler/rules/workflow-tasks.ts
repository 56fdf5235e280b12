// Parallel work: opened where it is waited for, and joined when it is done.
import type { State, Task } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
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
    checkVoice(scope, task, path);
  }
  for (const [name, state] of Object.entries(states)) {
    if (state.waitsFor === 'tasks') checkWays(scope, name);
    if (state.join !== undefined) checkJoin(scope, name, state);
  }
}

/** What a task says, what its silence says, and when it need not be asked. */
function checkVoice(scope: Scope, task: Task, path: Path): void {
  if (task.verdict !== undefined) checkVerdict(scope, task, task.verdict, [...path, 'verdict']);
  if (task.silence !== undefined && task.due === undefined)
    scope.report('L24-W048', [...path, 'silence'], { task: task.id, silence: task.silence });
  const known = new Set([...scope.questions.keys(), ...scope.def.documents.map((document) => document.id)]);
  for (const [index, name] of (task.concerns ?? []).entries())
    if (!known.has(name))
      scope.report('L24-W059', [...path, 'concerns', index], { task: task.id, name, hint: nearestHint(name, known) });
}

function checkVerdict(scope: Scope, task: Task, verdict: NonNullable<Task['verdict']>, path: Path): void {
  const field = task.form.find((candidate) => candidate.id === verdict.field);
  if (field === undefined) {
    const ids = task.form.map((candidate) => candidate.id);
    scope.report('L24-W046', [...path, 'field'], {
      task: task.id,
      field: verdict.field,
      hint: nearestHint(verdict.field, ids),
    });
    return;
  }
  const values: readonly unknown[] =
    field.type === 'yesno' ? [true, false] : (field.options ?? []).map((option) => option.value);
  for (const [index, value] of verdict.refuse.entries())
    if (!values.includes(value))
      scope.report('L24-W047', [...path, 'refuse', index], {
        value: String(value),
        field: field.id,
        values: values.map(String).join(', ') || '-',
      });
}

/** Decided either way, the case goes on: by one step for both outcomes, or by one for each. */
function checkWays(scope: Scope, name: string): void {
  const { tasks, actions } = scope.def.workflow;
  const path = ['workflow', 'states', name];
  if (!tasks.some((task) => task.in === name)) scope.report('L24-W023', path, { state: name });
  const moments = actions
    .filter((action) => action.by.includes('system') && action.from.includes(name))
    .map((action) => action.when);
  if (moments.includes('tasks-done')) return;
  const agreed = moments.includes('tasks-agreed');
  const refused = moments.includes('tasks-refused');
  if (!agreed && !refused) scope.report('L24-W024', path, { state: name });
  else if (!agreed || !refused)
    scope.report('L24-W043', path, { state: name, moment: agreed ? 'tasks-refused' : 'tasks-agreed' });
}

function checkJoin(scope: Scope, name: string, { join, waitsFor }: State): void {
  const path = ['workflow', 'states', name, 'join'];
  if (waitsFor !== 'tasks') scope.report('L24-W045', path, { state: name });
  if (typeof join !== 'object') return;
  const count = scope.def.workflow.tasks.filter((task) => task.in === name).length;
  if (join.atLeast > count) scope.report('L24-W044', path, { state: name, needed: join.atLeast, count });
}
