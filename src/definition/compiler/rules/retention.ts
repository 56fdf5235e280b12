// UU 27/2022 Pasal 42 to 44: personal data have an end. Which one, the region's retention classes say.
import { isPersonal } from '../../interview/personal.ts';
import type { Field } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
import { allQuestions, type Scope } from '../scope.ts';

export function checkRetention(scope: Scope): void {
  const { retention } = scope.def;
  if (retention !== undefined) checkClass(scope, retention, ['retention']);
  const unkept = allQuestions(scope.def).flatMap(({ field, path }) => checkField(scope, field, path));
  const [first] = unkept;
  if (first !== undefined && retention === undefined)
    scope.report('L24-X013', first.path, { field: first.field.id, count: unkept.length });
}

/** The personal questions that name no class themselves. */
function checkField(scope: Scope, field: Field, path: Path): { field: Field; path: Path }[] {
  if (field.retention !== undefined) {
    checkClass(scope, field.retention, [...path, 'retention']);
    return [];
  }
  const inner = (field.fields ?? []).flatMap((one, index) => checkField(scope, one, [...path, 'fields', index]));
  const own = field.type !== 'group' && isPersonal(field) ? [{ field, path }] : [];
  return [...own, ...inner];
}

function checkClass(scope: Scope, name: string, path: Path): void {
  const known = scope.env.retentionClasses;
  if (known !== undefined && !known.has(name)) scope.report('L24-X014', path, { name, hint: nearestHint(name, known) });
}
