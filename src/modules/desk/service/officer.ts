import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';

/** The officer behind a route whose access is `officer`. */
export function officerOf(ctx: Context): Officer {
  if (ctx.actor.kind !== 'officer') throw new AppError('unauthenticated', 'request.unauthenticated');
  return ctx.actor;
}
