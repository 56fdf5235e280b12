// Every name in the workflow exists, once, and has one meaning.
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
import { has, type Scope } from '../scope.ts';

const parties = ['applicant', 'system'];
const reserved = ['applicant', 'system', 'tasks', 'back'];

export function checkWorkflowNames(scope: Scope): void {
  checkRoles(scope);
  checkStates(scope);
  checkActions(scope);
  checkTasks(scope);
  checkSeparation(scope);
}

function checkRoles(scope: Scope): void {
  const { roles, actions, tasks } = scope.def.workflow;
  const used = new Set([...actions.flatMap((action) => action.by), ...tasks.map((task) => task.role)]);
  for (const [role, { unit }] of Object.entries(roles)) {
    const path = ['workflow', 'roles', role];
    if (reserved.includes(role)) scope.report('L24-W042', path, { role });
    if (!used.has(role)) scope.report('L24-W030', path, { role });
    else if (scope.env.roles !== undefined && !scope.env.roles.has(role)) scope.report('L24-W032', path, { role });
    checkAgency(scope, unit, [...path, 'unit']);
  }
}

export function checkAgency(scope: Scope, code: string, path: Path): void {
  const known = scope.env.agencies;
  if (code === 'own' || code === 'parent' || code === 'offered' || known === undefined || known.has(code)) return;
  scope.report('L24-R002', path, { code, hint: nearestHint(code, known) });
}

function checkStates(scope: Scope): void {
  for (const [name, state] of Object.entries(scope.def.workflow.states)) {
    const path = ['workflow', 'states', name];
    const waits = state.waitsFor;
    if (waits !== undefined && waits !== 'tasks') checkParty(scope, waits, [...path, 'waitsFor']);
    if (state.lapse !== undefined) checkState(scope, state.lapse.to, [...path, 'lapse', 'to']);
  }
  const { start, states, road = [] } = scope.def.workflow;
  for (const [index, state] of road.entries()) checkState(scope, state, ['workflow', 'road', index]);
  const known = has(states, start) ? states[start] : undefined;
  const reason = known
    ? { id: 'itu langkah akhir', en: 'it is final' }
    : { id: 'langkah itu tidak ada', en: 'it does not exist' };
  if (known === undefined || known.final) scope.report('L24-W014', ['workflow', 'start'], { state: start, reason });
}

function checkActions(scope: Scope): void {
  const seen = new Set<string>();
  for (const [index, action] of scope.def.workflow.actions.entries()) {
    const path = ['workflow', 'actions', index];
    if (seen.has(action.do)) scope.report('L24-W013', path, { action: action.do });
    seen.add(action.do);
    for (const [at, from] of action.from.entries()) checkState(scope, from, [...path, 'from', at]);
    if (action.to !== 'back') checkState(scope, action.to, [...path, 'to']);
    if (action.each) checkState(scope, action.each.meanwhile, [...path, 'each', 'meanwhile']);
    for (const [at, by] of action.by.entries()) checkParty(scope, by, [...path, 'by', at]);
  }
}

function checkTasks(scope: Scope): void {
  const seen = new Set<string>();
  for (const [index, task] of scope.def.workflow.tasks.entries()) {
    const path = ['workflow', 'tasks', index];
    if (seen.has(task.id)) scope.report('L24-W039', path, { task: task.id });
    seen.add(task.id);
    checkState(scope, task.in, [...path, 'in']);
    if (parties.includes(task.role)) {
      const role =
        task.role === 'applicant' ? { id: 'pemohon', en: 'the applicant' } : { id: 'sistem', en: 'the system' };
      scope.report('L24-W041', [...path, 'role'], { task: task.id, role });
    } else checkParty(scope, task.role, [...path, 'role']);
  }
}

/** A pair may also name a task: whoever gave an opinion does not sign. */
function checkSeparation(scope: Scope): void {
  const { actions, tasks, separation } = scope.def.workflow;
  // `submit` is the sending itself: at a counter an officer does it.
  const known = new Set(['submit', ...actions.map((action) => action.do), ...tasks.map((task) => task.id)]);
  for (const [index, [a, b]] of separation.entries()) {
    const path = ['workflow', 'separation', index];
    for (const action of new Set([a, b]))
      if (!known.has(action)) scope.report('L24-W012', path, { action, hint: nearestHint(action, known) });
    if (a === b) scope.report('L24-W031', path, { action: a });
  }
}

function checkState(scope: Scope, state: string, path: Path): void {
  const { states } = scope.def.workflow;
  if (!has(states, state)) scope.report('L24-W011', path, { state, hint: nearestHint(state, Object.keys(states)) });
}

function checkParty(scope: Scope, role: string, path: Path): void {
  const { roles } = scope.def.workflow;
  if (parties.includes(role) || has(roles, role)) return;
  scope.report('L24-W010', path, { role, hint: nearestHint(role, [...Object.keys(roles), ...parties]) });
}
