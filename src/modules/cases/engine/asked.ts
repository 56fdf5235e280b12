// Several units asked the same at once. One of them holds the role as ever; all of them stand in `asked` once there was a second.
import type { AskedUnit, CaseState } from '../types.ts';

type Standing = Pick<CaseState, 'roleUnits' | 'asked'>;

const entriesOf = ({ asked = [] }: Standing, role: string): AskedUnit[] => asked.filter((one) => one.role === role);

/** The units that hold the role and have not spoken. */
export function unitsAsked(state: Standing, role: string): string[] {
  const entries = entriesOf(state, role);
  const one = state.roleUnits[role];
  if (entries.length === 0) return one === undefined ? [] : [one];
  return entries.filter(({ done }) => done !== true).map(({ unitId }) => unitId);
}

/** True for every unit that holds the role or has spoken in it: it reads the case. */
export function holdsRole(state: Standing, role: string, unitId: string): boolean {
  return state.roleUnits[role] === unitId || entriesOf(state, role).some((one) => one.unitId === unitId);
}

/** False once the unit has said what it was asked. */
export function mayStillSpeak(state: Standing, role: string, unitId: string): boolean {
  return holdsRole(state, role, unitId) && !entriesOf(state, role).some((one) => one.unitId === unitId && one.done);
}

const without = ({ asked = [] }: Standing, role: string): AskedUnit[] => asked.filter((one) => one.role !== role);
const stillAsked = (role: string, units: readonly string[]): AskedUnit[] => units.map((unitId) => ({ role, unitId }));

type Changed = Pick<CaseState, 'roleUnits'> & { readonly asked?: readonly AskedUnit[] };

/** One unit is asked: instead of those before it, or beside them. */
export function asking(state: Standing, role: string, { unitId, also }: { unitId: string; also: boolean }): Changed {
  const roleUnits = { ...state.roleUnits, [role]: unitId };
  if (!also) return state.asked ? { roleUnits, asked: [...without(state, role), { role, unitId }] } : { roleUnits };
  const before = unitsAsked(state, role).filter((one) => one !== unitId);
  const spoken = entriesOf(state, role).filter((one) => one.done && one.unitId !== unitId);
  return { roleUnits, asked: [...without(state, role), ...spoken, ...stillAsked(role, [...before, unitId])] };
}

/** One unit has spoken, or is asked no more; the others still are. */
export function afterOne(state: Standing, role: string, gone: { unitId: string; spoke: boolean }): Changed {
  const { unitId, spoke } = gone;
  const left = unitsAsked(state, role).filter((one) => one !== unitId);
  const spoken = entriesOf(state, role).filter((one) => one.done && one.unitId !== unitId);
  const own: AskedUnit[] = spoke ? [{ role, unitId, done: true }] : [];
  const holder = left.at(-1) ?? (spoke ? unitId : undefined);
  const { [role]: _held, ...others } = state.roleUnits;
  return {
    roleUnits: holder === undefined ? others : { ...others, [role]: holder },
    asked: [...without(state, role), ...spoken, ...own, ...stillAsked(role, left)],
  };
}

/** Nobody is asked in these roles any more, and nobody who was has a seat. */
export function withoutAsked(state: Standing, roles: readonly string[]): { asked?: readonly AskedUnit[] } {
  return state.asked ? { asked: state.asked.filter(({ role }) => !roles.includes(role)) } : {};
}
