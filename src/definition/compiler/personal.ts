// UU 27/2022 (Pelindungan Data Pribadi): what identifies a person is masked, and not asked before it is needed.
import type { FieldType } from '../schema.ts';

const identifying: ReadonlySet<FieldType> = new Set(['nik', 'no-kk', 'npwp', 'phone', 'email', 'name', 'address']);
const beforeEligibility: ReadonlySet<FieldType> = new Set([...identifying, 'nib', 'file', 'location']);

/** Types whose answers are masked on staff lists whatever the definition says. */
export function conceals(type: FieldType): boolean {
  return identifying.has(type);
}

/** Types that may not be asked before people know whether they qualify. */
export function isPersonal(type: FieldType): boolean {
  return beforeEligibility.has(type);
}
