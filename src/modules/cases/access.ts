// Who may see and do what with a case. Pure; routes declare, services ask again.
import type { Actor, Membership, Officer } from '../../platform/context.ts';
import type { Who } from '../../definition/workflow/who.ts';
import type { CaseState } from './types.ts';

function isSeat(membership: Membership, state: CaseState): boolean {
  if (state.roleUnits[membership.role] === membership.unitId) return true;
  return state.tasks.some((task) => task.role === membership.role && task.unitId === membership.unitId);
}

/** The memberships through which an officer has to do with this case: his role, in the unit the case gave that role or task. */
export function seatsOn(officer: Officer, state: CaseState): Membership[] {
  return officer.memberships.filter((membership) => isSeat(membership, state));
}

export function canSeeCase(actor: Actor, state: CaseState): boolean {
  return actor.kind === 'officer' && seatsOn(actor, state).length > 0;
}

/** The actor as the workflow rules know him on this case. */
export function whoOn(actor: Actor, state: CaseState): Who {
  if (actor.kind === 'system') return { kind: 'system' };
  if (actor.kind !== 'officer') return { kind: 'applicant' };
  const holds = (role: string, unitId: string | undefined): boolean =>
    actor.memberships.some((membership) => membership.role === role && membership.unitId === unitId);
  const roles = Object.keys(state.roleUnits).filter((role) => holds(role, state.roleUnits[role]));
  const tasks = state.tasks.filter((task) => task.closedAt === undefined && holds(task.role, task.unitId));
  return { kind: 'officer', id: actor.id, roles: new Set(roles), tasks: new Set(tasks.map((task) => task.key)) };
}
