// What each kind of action owes the citizen.
import type { Action } from '../../schema.ts';
import { reachableFrom } from '../../workflow-graph/index.ts';
import type { Path } from '../finding.ts';
import { has, type Scope } from '../scope.ts';
import { checkOfficeForm } from './questions.ts';

// Filled by the notices; the fields of the action's own form are filled too.
const messageParts = ['letter', 'reason', 'due'];

export function checkActs(scope: Scope): void {
  const { actions } = scope.def.workflow;
  for (const [index, action] of actions.entries()) {
    const path = ['workflow', 'actions', index];
    if (action.kind === 'refuse') checkRefusal(scope, action, path);
    if (action.kind === 'correct') checkCorrection(scope, action, path);
    if (action.kind === 'withdraw' && action.by.some((role) => role !== 'applicant'))
      scope.report('L24-W034', [...path, 'by'], { action: action.do });
    if (action.kind === 'sign') checkSignature(scope, action, path);
    if (action.to === 'back') checkBack(scope, action, path);
    checkSystem(scope, action, path);
    checkMessage(scope, action, path);
    checkReasonList(scope, action, path);
    checkOfficeForm(scope, action.form, [...path, 'form']);
  }
  if (!actions.some((action) => action.kind === 'withdraw')) scope.report('L24-W022', ['workflow', 'actions']);
}

function stateAt(scope: Scope, name: string) {
  const { states } = scope.def.workflow;
  return has(states, name) ? states[name] : undefined;
}

// UU 30/2014 Pasal 75: who is harmed by a decision may object, and has to be told so.
function checkRefusal(scope: Scope, action: Action, path: Path): void {
  if (action.reasons === undefined) scope.report('L24-W019', path, { action: action.do });
  if (action.objection === undefined) scope.report('L24-W020', path, { action: action.do });
  const target = stateAt(scope, action.to);
  if (target !== undefined && !(target.final && target.status === 'refused'))
    scope.report('L24-W033', [...path, 'to'], { action: action.do });
}

function checkCorrection(scope: Scope, action: Action, path: Path): void {
  const target = stateAt(scope, action.to);
  if (target !== undefined && target.waitsFor !== 'applicant')
    scope.report('L24-W021', [...path, 'to'], { action: action.do, state: action.to });
}

function checkSignature(scope: Scope, action: Action, path: Path): void {
  if (action.effects.length > 0) return;
  const later = reachableFrom(scope.graph, action.to);
  const records = scope.graph.edges.some((edge) => later.has(edge.from) && (edge.action?.effects.length ?? 0) > 0);
  if (!records) scope.report('L24-W028', path, { action: action.do });
}

function checkBack(scope: Scope, action: Action, path: Path): void {
  const { actions } = scope.def.workflow;
  const cameFrom = (state: string) => actions.some((other) => other.kind === 'correct' && other.to === state);
  if (action.kind !== 'resubmit' || !action.from.every(cameFrom)) scope.report('L24-W026', [...path, 'to']);
}

function checkSystem(scope: Scope, action: Action, path: Path): void {
  if (action.by.includes('system') && action.when === undefined) scope.report('L24-W038', path, { action: action.do });
  if (action.when?.startsWith('tasks-') !== true) return;
  const wrong = action.from.find(
    (name) => stateAt(scope, name)?.waitsFor !== 'tasks' && stateAt(scope, name) !== undefined,
  );
  if (wrong !== undefined)
    scope.report('L24-W040', [...path, 'when'], {
      action: action.do,
      state: wrong,
      moment: action.when ?? '',
    });
}

function checkMessage(scope: Scope, action: Action, path: Path): void {
  const allowed = [...messageParts, ...action.form.map((field) => field.id)];
  for (const text of [action.message?.id, action.message?.en]) {
    const wrong = placeholdersIn(text ?? '').find((name) => !allowed.includes(name));
    if (wrong === undefined) continue;
    const list = allowed.map((name) => `{${name}}`).join(', ');
    scope.report('L24-W029', [...path, 'message'], { placeholder: `{${wrong}}`, allowed: list });
    return;
  }
}

export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

function checkReasonList(scope: Scope, action: Action, path: Path): void {
  const seen = new Set<string>();
  for (const [index, { value }] of (action.reasons ?? []).entries()) {
    if (seen.has(value)) scope.report('L24-Q003', [...path, 'reasons', index], { value, field: action.do });
    seen.add(value);
  }
}
