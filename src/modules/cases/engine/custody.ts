// Whose a case is. At every moment exactly one unit is responsible: `unitId`. Forwarding moves it at once; offering it to
// another unit does not, until that unit takes it over.
import type { Action } from '../../../definition/schema.ts';
import type { Acted, CaseState } from '../types.ts';
import type { ActCommand } from './act.ts';

type Custody = Pick<Acted, 'forwardedTo' | 'offeredTo' | 'roleUnits'>;
type Standing = Pick<CaseState, 'unitId' | 'roleUnits'>;

/** What the action changes about who stands where; nothing for most. */
export function custodyAfter(state: Standing, action: Action, command: ActCommand): Custody {
  const { forwardTo, offerTo } = command;
  if (forwardTo) return { forwardedTo: forwardTo.unitId, roleUnits: forwardTo.roleUnits };
  if (action.assign && offerTo !== undefined)
    return { offeredTo: offerTo, roleUnits: { ...state.roleUnits, [action.assign.role]: offerTo } };
  if (action.takeOver) {
    const unitId = state.roleUnits[action.takeOver.from] ?? state.unitId;
    const roles = withUnit(state, action.takeOver.roles, unitId);
    return { forwardedTo: unitId, roleUnits: withoutRoles(roles, [action.takeOver.from]) };
  }
  return action.giveBack ? { roleUnits: withoutRoles(state.roleUnits, action.giveBack) } : {};
}

/** Whoever was only asked has nothing to do with the case any more once the answer is given. */
function withoutRoles(units: Readonly<Record<string, string>>, roles: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(units).filter(([role]) => !roles.includes(role)));
}

function withUnit({ roleUnits }: Standing, roles: readonly string[], unitId: string): Record<string, string> {
  return { ...roleUnits, ...Object.fromEntries(roles.map((role) => [role, unitId])) };
}
