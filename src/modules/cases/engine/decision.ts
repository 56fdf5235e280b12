// Which step decides a case, and who decided: people, the system, or the law because time ran out.
import type { Action } from '../../../definition/schema.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { CaseState, DecisionKind, Transition } from '../types.ts';

const deciding: readonly Action['kind'][] = ['sign', 'refuse'];

/** A signature, a letter or a refusal decides; a case that ends well or is refused without one is decided by its last step. */
export function decisionOf(
  state: Pick<CaseState, 'decision'>,
  action: Action,
  transition: Transition,
  who: Who['kind'],
): DecisionKind | undefined {
  const binds = deciding.includes(action.kind) || action.effects.includes('issue-letter');
  const ends = transition.final && transition.status !== 'cancelled' && state.decision === undefined;
  if (!binds && !ends) return undefined;
  if (who !== 'system') return 'manual';
  return action.when === 'expired' ? 'deemed' : 'system';
}
