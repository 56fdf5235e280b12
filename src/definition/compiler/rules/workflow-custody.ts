// Handing over: a case is offered to a unit that can take it or decline, and until then the one that offers stays responsible.
import type { Action } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
import { has, type Scope } from '../scope.ts';

export function checkCustody(scope: Scope): void {
  for (const [index, action] of scope.def.workflow.actions.entries()) {
    const path = ['workflow', 'actions', index];
    checkRoles(scope, action, path);
    if (action.assign) checkOffer(scope, action, action.assign, [...path, 'assign']);
    checkTaking(scope, action, path);
    const known = scope.def.workflow.actions.map((other) => other.do);
    if (action.undo !== undefined && !known.includes(action.undo))
      scope.report('L24-W012', [...path, 'undo'], { action: action.undo, hint: nearestHint(action.undo, known) });
  }
}

function checkRoles(scope: Scope, { assign, takeOver, giveBack = [], each, release }: Action, path: Path): void {
  const { roles } = scope.def.workflow;
  const named: readonly (readonly [string, Path])[] = [
    ...(assign ? [[assign.role, [...path, 'assign', 'role']] as const] : []),
    ...(takeOver ? [[takeOver.from, [...path, 'takeOver', 'from']] as const] : []),
    ...(takeOver?.roles ?? []).map((role, at) => [role, [...path, 'takeOver', 'roles', at]] as const),
    ...(each ? [[each.role, [...path, 'each', 'role']] as const] : []),
    ...(release ? [[release.role, [...path, 'release', 'role']] as const] : []),
    ...giveBack.map((role, at) => [role, [...path, 'giveBack', at]] as const),
  ];
  for (const [role, at] of named)
    if (!has(roles, role)) scope.report('L24-W010', at, { role, hint: nearestHint(role, Object.keys(roles)) });
}

function checkOffer(scope: Scope, action: Action, { role, from }: NonNullable<Action['assign']>, path: Path): void {
  const asked = action.form.find((field) => field.id === from);
  if (asked?.type !== 'text' || !asked.required)
    scope.report('L24-W061', [...path, 'from'], { action: action.do, field: from });
  const { states, roles, actions } = scope.def.workflow;
  if (!has(roles, role) || !has(states, action.to)) return;
  if (states[action.to]?.waitsFor !== role) {
    scope.report('L24-W062', [...path, 'role'], { action: action.do, role, state: action.to });
    return;
  }
  const there = actions.filter((other) => other.from.includes(action.to));
  // Whoever was asked takes the case over, or answers what was asked: the one who asked stays responsible for it.
  const answers = (other: Action) => other.by.includes(role) && other.takeOver === undefined && !other.giveBack;
  const missing = !there.some((other) => other.takeOver?.from === role || answers(other))
    ? 'take-over'
    : there.some((other) => other.giveBack?.includes(role) && other.by.includes(role))
      ? undefined
      : 'give-back';
  if (missing !== undefined) scope.report('L24-W063', [...path, 'role'], { state: action.to, role, missing });
}

/** Only the unit that was asked takes a case over, and an action moves a case in one way only. */
function checkTaking(scope: Scope, action: Action, path: Path): void {
  const { takeOver, assign, giveBack, kind, form } = action;
  const others = takeOver ? action.by.filter((one) => one !== takeOver.from) : [];
  if (takeOver && others[0] !== undefined)
    scope.report('L24-W064', [...path, 'by'], { action: action.do, role: takeOver.from, other: others[0] });
  const forwards = kind === 'forward' && assign === undefined && form.some((field) => field.id === 'unit');
  const ways = [forwards, assign !== undefined, takeOver !== undefined, giveBack !== undefined].filter(Boolean);
  if (ways.length > 1) scope.report('L24-W065', path, { action: action.do });
}
