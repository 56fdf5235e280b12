// Whose a case is. At every moment exactly one unit is responsible: `unitId`. Forwarding moves it at once; offering it to
// another unit does not, until that unit takes it over. Several units may be asked at once: each speaks for itself.
import type { Action } from '../../../definition/schema.ts';
import type { Acted, CaseState } from '../types.ts';
import type { ActCommand } from './act.ts';
import { afterOne, asking, unitsAsked, withoutAsked } from './asked.ts';

type Custody = Pick<Acted, 'forwardedTo' | 'offeredTo' | 'roleUnits' | 'asked'>;
type Standing = Pick<CaseState, 'unitId' | 'roleUnits' | 'asked'>;

/** What the action changes about who stands where; nothing for most. */
export function custodyAfter(state: Standing, action: Action, command: ActCommand): Custody {
  const { forwardTo, offerTo } = command;
  if (forwardTo)
    return {
      forwardedTo: forwardTo.unitId,
      roleUnits: forwardTo.roleUnits,
      ...withoutAsked(state, Object.keys(state.roleUnits)),
    };
  const { assign, takeOver, each, release } = action;
  if (assign && offerTo !== undefined)
    return { offeredTo: offerTo, ...asking(state, assign.role, { unitId: offerTo, also: assign.also === true }) };
  if (takeOver) {
    const unitId = state.roleUnits[takeOver.from] ?? state.unitId;
    const roles = withUnit(state, takeOver.roles, unitId);
    return { forwardedTo: unitId, roleUnits: withoutRoles(roles, [takeOver.from]) };
  }
  if (release && command.release !== undefined)
    return afterOne(state, release.role, { unitId: command.release, spoke: false });
  const speaks = each && state.asked ? speaker(state, action, command) : undefined;
  if (each && speaks !== undefined)
    return afterOne(state, each.role, { unitId: speaks, spoke: action.giveBack?.includes(each.role) !== true });
  return action.giveBack
    ? { roleUnits: withoutRoles(state.roleUnits, action.giveBack), ...withoutAsked(state, action.giveBack) }
    : {};
}

/** The unit that takes a step every asked unit takes: the officer's own, else the only one there is. */
function speaker(state: Standing, { each }: Action, command: ActCommand): string | undefined {
  return each && (command.as ?? state.roleUnits[each.role]);
}

/** True while others that were asked have not spoken: the case does not move on yet. */
export function othersStillAsked(state: Standing, action: Action, command: ActCommand): boolean {
  const unit = speaker(state, action, command);
  return action.each !== undefined && unitsAsked(state, action.each.role).some((one) => one !== unit);
}

/** One of several is asked no more; whoever is the last is taken back by the step for all. */
export function mayRelease(state: Standing, { release }: Action, command: ActCommand): boolean {
  if (!release) return true;
  const asked = unitsAsked(state, release.role);
  return command.release !== undefined && asked.includes(command.release) && asked.length > 1;
}

/** Whoever was only asked has nothing to do with the case any more once the answer is given. */
function withoutRoles(units: Readonly<Record<string, string>>, roles: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(units).filter(([role]) => !roles.includes(role)));
}

function withUnit({ roleUnits }: Standing, roles: readonly string[], unitId: string): Record<string, string> {
  return { ...roleUnits, ...Object.fromEntries(roles.map((role) => [role, unitId])) };
}
