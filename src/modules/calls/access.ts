// Who may answer the telephone for the city. Pure; routes declare, services ask again.
import type { Actor, Officer } from '../../platform/context.ts';

const roles: readonly string[] = ['petugas', 'telepon']; // the counter, and a call centre where there is one

export function canTakeCalls(actor: Actor): actor is Officer {
  return actor.kind === 'officer' && actor.memberships.some((seat) => roles.includes(seat.role));
}
