// Nobody decides on their own file, and nobody checks and signs alone.
import type { Action, Workflow } from '../../schema.ts';
import { roadOfOnePerson } from '../../workflow-graph/index.ts';
import { has, type Scope } from '../scope.ts';

const officeKinds: readonly Action['kind'][] = ['complete', 'paraf', 'sign', 'opinion', 'refuse'];
const checkingKinds: readonly Action['kind'][] = ['complete', 'paraf', 'opinion'];

export function checkFairness(scope: Scope): void {
  const { actions, start, states } = scope.def.workflow;
  for (const [index, action] of actions.entries()) {
    const path = ['workflow', 'actions', index];
    const decides = officeKinds.includes(action.kind) || action.effects.length > 0;
    if (decides && action.by.includes('applicant'))
      scope.report('L24-W015', [...path, 'by'], { action: action.do, kind: action.kind });
    if (isDecision(action) && !isSystems(action) && has(states, start)) checkDecision(scope, action, path);
  }
}

/** A decision is what binds: a signature or an issued letter. A recorded deed ("lampu sudah menyala") is not. */
function isDecision(action: Action): boolean {
  return action.kind === 'sign' || action.effects.includes('issue-letter');
}

/** The system decides by the rules of the definition; nobody is tempted. */
function isSystems({ by }: Action): boolean {
  return by.every((one) => one === 'system');
}

function checkDecision(scope: Scope, action: Action, path: readonly (string | number)[]): void {
  const { workflow } = scope.def;
  const checkers = workflow.actions.filter((other) => checkingKinds.includes(other.kind));
  const apart = checkers.some((other) => areSeparated(workflow, other.do, action.do));
  if (checkers.length > 0 && !apart) scope.report('L24-W016', path, { action: action.do });
  else {
    const road = roadOfOnePerson(workflow, scope.graph, action);
    if (road !== undefined) scope.report('L24-W017', path, { action: action.do, path: road.join(', ') });
  }
  checkSubmitters(scope, action, path);
}

function checkSubmitters(scope: Scope, action: Action, path: readonly (string | number)[]): void {
  const { workflow } = scope.def;
  for (const submit of workflow.actions.filter((other) => other.kind === 'resubmit')) {
    const role = submit.by.find((one) => one !== 'applicant' && one !== 'system' && action.by.includes(one));
    if (role !== undefined && !areSeparated(workflow, submit.do, action.do))
      scope.report('L24-W018', path, { role, submit: submit.do, action: action.do });
  }
}

function areSeparated(workflow: Workflow, a: string, b: string): boolean {
  return workflow.separation.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
}
