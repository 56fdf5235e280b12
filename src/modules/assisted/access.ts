// Who may apply on somebody else's behalf. Pure; routes declare, the service asks again.
import type { Actor, Officer } from '../../platform/context.ts';
import type { Assisted } from '../cases/index.ts';

/** Modes in which an officer holds the keyboard; a companion is a neighbour, not an officer. */
const officerModes: readonly Assisted['mode'][] = ['counter', 'phone', 'paper'];

/** Any officer with a seat somewhere takes an application in: the case itself goes to the unit that serves it. */
export function canTakeIn(actor: Actor): actor is Officer {
  return actor.kind === 'officer' && actor.memberships.length > 0;
}

/** The equipment of a counter is set by those who sit at it. */
export function canEquip(officer: Officer, unitId: string): boolean {
  return officer.memberships.some((seat) => seat.unitId === unitId);
}

export function canAssist(actor: Actor, mode: Assisted['mode']): boolean {
  return officerModes.includes(mode) ? canTakeIn(actor) : actor.kind !== 'system';
}
