// The usual way ahead: what a citizen may expect next when nothing goes wrong.
import type { Action, ServiceDefinition } from '../schema.ts';
import { isUsual } from './moments.ts';

const forward: readonly Action['kind'][] = ['complete', 'opinion', 'paraf', 'advance', 'schedule', 'sign', 'finish'];

function nextState(definition: ServiceDefinition, state: string, seen: ReadonlySet<string>): string | undefined {
  const ways = definition.workflow.actions.filter(
    (action) =>
      action.from.includes(state) &&
      forward.includes(action.kind) &&
      isUsual(action) &&
      action.to !== 'back' &&
      !seen.has(action.to),
  );
  return ways[0]?.to;
}

/**
 * State ids from the one after `state` to the final one: along the road the author drew, else along forward actions only. Empty on final
 * states and where only the applicant can go on.
 */
export function wayAhead(definition: ServiceDefinition, state: string): string[] {
  const { road = [] } = definition.workflow;
  const seen = new Set([state]);
  const way: string[] = [];
  for (let at = state; ; ) {
    const reached = road.indexOf(at);
    if (reached >= 0) return [...way, ...road.slice(reached + 1)];
    const next = nextState(definition, at, seen);
    if (next === undefined) return way;
    seen.add(next);
    way.push(next);
    at = next;
  }
}
