import type { Actor } from '../../platform/context.ts';

/** The system trains at night, the administrator when he wants to see. */
export const canSeeTraining = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'officer' && actor.permissions.includes('admin'));
