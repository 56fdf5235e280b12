// Derived values: read from a question that is asked, found for every answer it can have, under a name of their own.
import type { Field, FieldType } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { allQuestions, type Scope } from '../scope.ts';

const readable: ReadonlySet<FieldType> = new Set(['choice', 'area', 'integer', 'yesno', 'text']);

export function checkDerivations(scope: Scope): void {
  const asked = new Map(allQuestions(scope.def).map(({ field }) => [field.id, field]));
  for (const [name, rule] of Object.entries(scope.def.derive ?? {})) {
    const path = ['derive', name];
    if (asked.has(name)) scope.report('L24-C013', path, { name });
    const from = asked.get(rule.from);
    if (from === undefined || !readable.has(from.type))
      scope.report('L24-C014', [...path, 'from'], { name, field: rule.from });
    else if (rule.values !== undefined)
      checkRows(scope, from, { table: rule.table, keys: Object.keys(rule.values) }, [...path, 'table']);
  }
}

/** Every option of a choice has a row; what other questions may answer is not a list. */
export function checkRows(
  scope: Scope,
  field: Field,
  { table, keys }: { readonly table: string; readonly keys: readonly string[] },
  path: Path,
): void {
  if (field.type !== 'choice') return;
  for (const { value } of field.options ?? [])
    if (!keys.includes(value)) scope.report('L24-S008', path, { value, field: field.id, table });
}
