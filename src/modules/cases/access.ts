// Who may see and do what with a case. Pure; routes declare, services ask again.

import type { Who } from '../../definition/workflow/who.ts';
import type { Actor, Membership, Officer } from '../../platform/context.ts';
import { holdsRole, mayStillSpeak } from './engine/asked.ts';
import type { CaseState } from './types.ts';

/** The memberships through which an officer has to do with this case: his role, in the unit the case gave that role. */
export function seatsOn(officer: Officer, state: CaseState): Membership[] {
  return officer.memberships.filter(({ role, unitId }) => holdsRole(state, role, unitId));
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
  const seats = seatsOn(actor, state).filter(({ role, unitId }) => mayStillSpeak(state, role, unitId));
  const own = new Set(seats.filter((seat) => !seat.acting).map((seat) => seat.role));
  const acting = seats.map((seat) => seat.role).filter((role) => !own.has(role));
  const roles = new Set(seats.map((seat) => seat.role));
  const others = state.tasks.filter(
    (task) =>
      task.closedAt === undefined &&
      roles.has(task.role) &&
      !seats.some((seat) => seat.role === task.role && seat.unitId === task.unitId),
  );
  return {
    ...{ kind: 'officer', id: actor.id, roles },
    ...(acting.length > 0 ? { acting: new Set(acting) } : {}),
    ...(others.length > 0 ? { notMine: new Set(others.map(({ id }) => id)) } : {}),
  };
}
