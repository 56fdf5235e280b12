import { AppError } from '../../lib/errors.ts';
import type { Actor } from '../../platform/context.ts';

/** Who decides what is in force, closed or retired: officers who may publish, and the command line. */
export function canPublish(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'officer' && actor.permissions.includes('publish'));
}

/** @returns how this actor is written down. @throws forbidden `catalogue.not_publisher`. */
export function requirePublisher(actor: Actor): string {
  if (!canPublish(actor)) throw new AppError('forbidden', 'catalogue.not_publisher');
  if (actor.kind === 'officer') return actor.id;
  return actor.kind === 'system' ? actor.name : actor.kind;
}
