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

/** State ids from the one after `state` to the final one, along forward actions only; empty on final states. */
export function wayAhead(definition: ServiceDefinition, state: string): string[] {
  const seen = new Set([state]);
  const way: string[] = [];
  for (let next = nextState(definition, state, seen); next !== undefined; next = nextState(definition, next, seen)) {
    seen.add(next);
    way.push(next);
  }
  return way;
}
