import type { Actor, Officer } from '../../platform/context.ts';

/** Lists come from the office that keeps them; the administrator brings them in. */
export const canKeepAssets = (actor: Actor): actor is Officer =>
  actor.kind === 'officer' && actor.permissions.includes('admin');
