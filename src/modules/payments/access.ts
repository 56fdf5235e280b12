// Who may see and record money. Routes declare the permission; services ask again.
import { AppError } from '../../lib/errors.ts';
import type { Actor, Context, Officer } from '../../platform/context.ts';

export function canKeepBooks(actor: Actor): actor is Officer {
  return actor.kind === 'officer' && actor.permissions.includes('treasury');
}

/** @throws forbidden for everybody but the treasurer. */
export function treasurerOf({ actor }: Context): Officer {
  if (!canKeepBooks(actor)) throw new AppError('forbidden', 'payments.treasurer_only');
  return actor;
}
