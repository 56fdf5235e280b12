// Who may see what was sent to whom. Pure.
import type { Officer } from '../../platform/context.ts';

/** Whoever dispatches reports sees all partners, an officer of a partner its own. */
export function partnersFor({ memberships }: Pick<Officer, 'memberships'>): 'all' | readonly string[] {
  if (memberships.some(({ role }) => role === 'verifikator')) return 'all';
  return [...new Set(memberships.map(({ unitCode }) => unitCode))];
}

export function canSeePartner(officer: Pick<Officer, 'memberships'>, partner: string): boolean {
  const seen = partnersFor(officer);
  return seen === 'all' || seen.includes(partner);
}
