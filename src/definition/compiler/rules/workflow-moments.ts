// When the system acts by itself: every moment has what it waits for, and no two of them chase each other.
import type { Action, ClockRule } from '../../schema.ts';
import { defaultClock } from '../../workflow/moments.ts';
import type { Edge } from '../../workflow-graph/index.ts';
import type { Path } from '../finding.ts';
import { has, type Scope } from '../scope.ts';
import { checkCondition, sightBefore } from './conditions.ts';

const ways = {
  granted: { id: 'dikabulkan', en: 'granted' },
  refused: { id: 'ditolak', en: 'refused' },
};

export function checkMoments(scope: Scope): void {
  const { actions, confirmed } = scope.def.workflow;
  for (const [index, action] of actions.entries()) {
    const path = ['workflow', 'actions', index];
    if (action.when === 'confirmed' && confirmed === undefined)
      scope.report('L24-W050', [...path, 'when'], { action: action.do });
    if (action.when === 'expired') checkExpired(scope, action, path);
  }
  if (confirmed !== undefined) {
    const path = ['workflow', 'confirmed'];
    if (confirmed.when !== undefined)
      checkCondition(scope, sightBefore(scope, Number.POSITIVE_INFINITY), confirmed.when, [...path, 'when']);
  }
  for (const [index, clock] of scope.def.clocks.entries()) checkDecidingClock(scope, clock, ['clocks', index]);
  checkChase(scope);
}

function clockOf(scope: Scope, action: Action): ClockRule | undefined {
  return scope.def.clocks.find((clock) => clock.id === (action.clock ?? defaultClock));
}

function decides(clock: ClockRule): clock is ClockRule & { onExpiry: 'granted' | 'refused' } {
  return clock.onExpiry === 'granted' || clock.onExpiry === 'refused';
}

function checkExpired(scope: Scope, action: Action, path: Path): void {
  const clock = clockOf(scope, action);
  const name = action.clock ?? defaultClock;
  if (clock === undefined) scope.report('L24-W052', [...path, 'clock'], { action: action.do, clock: name });
  else if (!decides(clock)) scope.report('L24-W053', [...path, 'when'], { action: action.do, clock: name });
  else {
    const status = clock.onExpiry === 'granted' ? 'done' : 'refused';
    const { states } = scope.def.workflow;
    const target = has(states, action.to) ? states[action.to] : undefined;
    const ends = target?.final === true && target.status === status;
    if (!ends || (status === 'refused' && action.kind !== 'refuse'))
      scope.report('L24-W055', [...path, 'to'], { action: action.do, way: ways[clock.onExpiry], status });
    if (action.message === undefined) scope.report('L24-W056', path, { action: action.do });
  }
}

/** Wherever such a clock can run out there is a step that says what that means: no case waits behind a dead clock. */
function checkDecidingClock(scope: Scope, clock: ClockRule, path: Path): void {
  if (!decides(clock)) return;
  const { states, actions, pauseIn } = scope.def.workflow;
  const acts = actions.filter(
    (action) => action.when === 'expired' && action.by.includes('system') && clockOf(scope, action) === clock,
  );
  const pauses = clock.pauseIn.length > 0 ? [...clock.pauseIn, ...pauseIn] : pauseIn;
  const left = Object.entries(states).find(
    ([name, state]) => !state.final && !pauses.includes(name) && !acts.some((action) => action.from.includes(name)),
  );
  if (left !== undefined)
    scope.report('L24-W054', [...path, 'onExpiry'], {
      clock: clock.id,
      way: ways[clock.onExpiry],
      state: left[0],
    });
}

/** Steps the system takes without anybody in between must come to rest. */
function checkChase(scope: Scope): void {
  const atOnce = scope.graph.edges.filter((edge) => isAtOnce(scope, edge));
  for (const start of atOnce) {
    const seen = new Set([start.to]);
    const queue = [start.to];
    for (let state = queue.pop(); state !== undefined; state = queue.pop())
      for (const edge of atOnce)
        if (edge.from === state && !seen.has(edge.to)) {
          seen.add(edge.to);
          queue.push(edge.to);
        }
    if (!seen.has(start.from)) continue;
    const index = scope.def.workflow.actions.findIndex((action) => action.do === start.via);
    scope.report('L24-W051', ['workflow', 'actions', index], { action: start.via, state: start.from });
    return;
  }
}

function isAtOnce(scope: Scope, { from, to, action }: Edge): boolean {
  if (action?.by.includes('system') !== true || action.when === 'told') return false;
  if (from === to) return true; // staying opens no new work, so the same moment holds again
  if (action.when?.startsWith('tasks-') !== true) return true;
  const { tasks } = scope.def.workflow;
  return !tasks.some((task) => task.in === from && task.when === undefined && task.skipWhen === undefined);
}
