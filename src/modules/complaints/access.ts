// Who may decide what the public sees. Pure.
import type { Officer } from '../../platform/context.ts';
import type { CaseState } from '../cases/index.ts';

/** Whoever verifies reports decides what is shown of them. */
export function canModerate(officer: Officer, { roleUnits }: Pick<CaseState, 'roleUnits'>): boolean {
  return officer.memberships.some(({ role, unitId }) => role === 'verifikator' && roleUnits.verifikator === unitId);
}
