// Who sees the mayor's board, who answers to the mayor, who may note a call. Pure; routes declare, services ask again.
import type { Actor, Officer } from '../../platform/context.ts';

/** The mayor, the deputy and the officers on duty: whoever holds the role in the mayor's unit, also by delegation. */
export function canSeeBoard(actor: Actor, unitCode: string): actor is Officer {
  return (
    actor.kind === 'officer' &&
    actor.memberships.some((seat) => seat.role === 'wali-kota' && seat.unitCode === unitCode)
  );
}

/** Units this officer heads. */
export function headedUnits(actor: Actor): string[] {
  return actor.kind === 'officer'
    ? actor.memberships.flatMap((seat) => (seat.role === 'kadis' ? [seat.unitId] : []))
    : [];
}

const phoneRoles: readonly string[] = ['petugas', 'telepon'];

/** Whoever answers the telephone, and the mayor's own people. */
export function canNoteCalls(actor: Actor, unitCode: string): actor is Officer {
  if (actor.kind !== 'officer') return false;
  const { memberships } = actor;
  return canSeeBoard(actor, unitCode) || memberships.some((seat) => phoneRoles.includes(seat.role));
}
