// Who may see and do what with a case. Pure; routes declare, services ask again.

import type { Who } from '../../definition/workflow/who.ts';
import type { Actor, Membership, Officer } from '../../platform/context.ts';
import type { CaseState } from './types.ts';

/** The memberships through which an officer has to do with this case: his role, in the unit the case gave that role. */
export function seatsOn(officer: Officer, state: CaseState): Membership[] {
  return officer.memberships.filter((membership) => state.roleUnits[membership.role] === membership.unitId);
}

/** The memberships through which an open case was passed up to this officer: he sees it and may write about it, no more. */
export function raisedTo(officer: Officer, state: CaseState): Membership[] {
  if (state.closedAt !== undefined) return [];
  return officer.memberships.filter(({ unitId, role }) =>
    state.escalations?.some((one) => one.unitId === unitId && one.role === role),
  );
}

export function canSeeCase(actor: Actor, state: CaseState): boolean {
  return actor.kind === 'officer' && (seatsOn(actor, state).length > 0 || raisedTo(actor, state).length > 0);
}

/** The actor as the workflow rules know him on this case. */
export function whoOn(actor: Actor, state: CaseState): Who {
  if (actor.kind === 'system') return { kind: 'system' };
  if (actor.kind !== 'officer') return { kind: 'applicant' };
  const seats = seatsOn(actor, state);
  const own = new Set(seats.filter((seat) => !seat.acting).map((seat) => seat.role));
  const acting = seats.map((seat) => seat.role).filter((role) => !own.has(role));
  const roles = new Set(seats.map((seat) => seat.role));
  return { kind: 'officer', id: actor.id, roles, ...(acting.length > 0 ? { acting: new Set(acting) } : {}) };
}
