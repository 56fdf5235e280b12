// The roads: every state is reached, is somebody's turn, and leads to an end.
import type { State } from '../../schema.ts';
import { canEnd, hoursOf, reachableFrom } from '../../workflow-graph/index.ts';
import { sayDuration } from '../durations.ts';
import type { Path } from '../finding.ts';
import { has, type Scope } from '../scope.ts';
import { sayWaits } from './words.ts';

const endStatuses = ['done', 'refused', 'cancelled'];

export function checkRoads(scope: Scope): void {
  const { workflow } = scope.def;
  if (!has(workflow.states, workflow.start)) return; // reported with the names; every state would be unreachable
  const reached = reachableFrom(scope.graph, workflow.start);
  const ending = canEnd(scope.graph);
  for (const [name, state] of Object.entries(workflow.states)) {
    const path = ['workflow', 'states', name];
    if (!reached.has(name)) scope.report('L24-W001', path, { state: name });
    checkStatus(scope, name, state, path);
    if (state.final) checkFinal(scope, name, path);
    else checkOpen(scope, { name, state, ends: ending.has(name) }, path);
  }
  const succeeds = [...reached].some((name) => workflow.states[name]?.status === 'done');
  if (!succeeds) scope.report('L24-W037', ['workflow', 'states']);
}

function checkStatus(scope: Scope, name: string, state: State, path: Path): void {
  const isEnd = state.status !== undefined && endStatuses.includes(state.status);
  if (state.final === isEnd) return;
  const reason = state.final
    ? { id: 'langkah akhir berstatus done, refused, atau cancelled', en: 'a final state is done, refused or cancelled' }
    : { id: 'langkah ini belum akhir', en: 'this state is not final' };
  scope.report('L24-W027', path, { status: state.status ?? '-', state: name, reason });
}

function checkFinal(scope: Scope, name: string, path: Path): void {
  const edge = scope.graph.out.get(name)?.[0];
  if (edge !== undefined) scope.report('L24-W005', path, { state: name, action: edge.via });
}

function checkOpen(scope: Scope, at: { name: string; state: State; ends: boolean }, path: Path): void {
  const { name, state } = at;
  const exits = scope.graph.out.get(name) ?? [];
  if (exits.length === 0) scope.report('L24-W002', path, { state: name });
  else if (!at.ends) scope.report('L24-W003', path, { state: name });
  if (state.waitsFor === undefined) scope.report('L24-W004', path, { state: name });
  else if (exits.length > 0 && state.bill === undefined && !hasTurn(scope, name, state.waitsFor))
    scope.report('L24-W009', path, { state: name, waits: sayWaits(state.waitsFor) });
  else if (state.waitsFor !== undefined && state.lapse === undefined && runsDry(scope, name, state.waitsFor))
    scope.report('L24-W060', path, { state: name, waits: sayWaits(state.waitsFor) });
  if (state.waitsFor === 'applicant') checkApplicantsTurn(scope, name, state, path);
  checkLapse(scope, name, state, path);
}

/**
 * Everything the one who is waited for can do there may be done so many times only, and each comes back: in the end the case
 * waits for somebody who may do nothing.
 */
function runsDry(scope: Scope, name: string, waitsFor: string): boolean {
  const own = (scope.graph.out.get(name) ?? []).filter(
    ({ action }) => action !== undefined && action.kind !== 'withdraw' && action.by.includes(waitsFor),
  );
  const comesBack = (to: string) => reachableFrom(scope.graph, to).has(name);
  return own.length > 0 && own.every(({ action, to }) => action?.limit !== undefined && comesBack(to));
}

/** Whoever is waited for can do something there; an applicant's step may also be recorded at the counter. */
function hasTurn(scope: Scope, name: string, waitsFor: string): boolean {
  if (waitsFor === 'tasks') return true; // its own rule
  const exits = scope.graph.out.get(name) ?? [];
  if (waitsFor === 'system' && exits.some((edge) => edge.via === 'lapse')) return true;
  const acts = exits.flatMap((edge) =>
    edge.action === undefined || edge.action.kind === 'withdraw' ? [] : [edge.action],
  );
  return acts.some(
    (action) => action.by.includes(waitsFor) || (waitsFor === 'applicant' && !action.by.includes('system')),
  );
}

function checkApplicantsTurn(scope: Scope, name: string, state: State, path: Path): void {
  const { workflow, clocks } = scope.def;
  const pauses = workflow.pauseIn.includes(name) || clocks.some((clock) => clock.pauseIn.includes(name));
  const lapses = state.lapse !== undefined;
  if (!pauses && !lapses) scope.report('L24-W006', path, { state: name });
  else if (!pauses) scope.report('L24-W007', path, { state: name });
  else if (!lapses) scope.report('L24-W008', path, { state: name });
}

function checkLapse(scope: Scope, name: string, state: State, path: Path): void {
  const { lapse } = state;
  if (lapse === undefined) return;
  const target = has(scope.def.workflow.states, lapse.to) ? scope.def.workflow.states[lapse.to] : undefined;
  if (target !== undefined && !target.final)
    scope.report('L24-W035', [...path, 'lapse', 'to'], { state: name, to: lapse.to });
  for (const [index, day] of lapse.remind.entries())
    if (
      day * 24 >=
      hoursOf({ ...lapse.after, unit: lapse.after.unit === 'working-days' ? 'calendar-days' : lapse.after.unit })
    )
      scope.report('L24-W036', [...path, 'lapse', 'remind', index], {
        day,
        state: name,
        after: sayDuration(lapse.after),
      });
}
