import { AppError } from '../../lib/errors.ts';
import type { Actor, Officer } from '../../platform/context.ts';
import type { Draft } from './types.ts';

export const readers = ['author', 'publish', 'admin'] as const;

export function canAuthor(actor: Actor): actor is Officer {
  return actor.kind === 'officer' && actor.permissions.includes('author');
}
type Written = Pick<Draft, 'editors' | 'startedBy' | 'changedBy'>;
/** Four eyes: whoever wrote a word of it, or asked for the approval, does not give it. */
export function canApprove(actor: Actor, draft: Written): boolean {
  return isPublisher(actor) && ![draft.startedBy, draft.changedBy, ...draft.editors].includes(actor.id);
}
function isPublisher(actor: Actor): actor is Officer {
  return actor.kind === 'officer' && actor.permissions.includes('publish');
}

/** @throws forbidden `authoring.not_author`. */
export function requireAuthor(actor: Actor): Officer {
  if (!canAuthor(actor)) throw new AppError('forbidden', 'authoring.not_author');
  return actor;
}
/** @throws forbidden: not a publisher, or one of those who wrote it. */
export function requireApprover(actor: Actor, draft: Draft): Officer {
  if (!isPublisher(actor)) throw new AppError('forbidden', 'catalogue.not_publisher');
  if (!canApprove(actor, draft)) throw new AppError('forbidden', 'authoring.own_draft');
  return actor;
}
