// Who stands in front of a case, reduced to what the definition can judge: no units, no database.
export type Who =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'officer';
      readonly id: string;
      readonly roles: ReadonlySet<string>; // the roles of this case he fulfils, in the unit the case gave each
      readonly acting?: ReadonlySet<string> | undefined; // those of them he holds only for somebody else
      readonly notMine?: ReadonlySet<string> | undefined; // open work of other units in the same role
    };

/** True when the person is one of those named in `by` (role ids, `applicant`, `system`). */
export function isNamedIn(by: readonly string[], who: Who): boolean {
  if (who.kind !== 'officer') return by.includes(who.kind);
  return by.some((role) => who.roles.has(role));
}
