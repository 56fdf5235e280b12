// What one answer must be beside another: the other question exists, is asked before, and can be compared.
import type { Field } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
import type { Scope } from '../scope.ts';
import type { Sight } from './conditions.ts';

export function checkRelations(scope: Scope, field: Field, path: Path, sight: Sight): void {
  const { notBefore, notSameAs, unique } = field;
  if (notBefore !== undefined) checkOther(scope, { field, name: notBefore, path: [...path, 'notBefore'], sight });
  for (const [index, name] of (notSameAs ?? []).entries())
    checkOther(scope, { field, name, path: [...path, 'notSameAs', index], sight });
  if (unique !== undefined && !(field.fields ?? []).some((one) => one.id === unique))
    scope.report('L24-Q012', [...path, 'unique'], { field: field.id, other: unique, reason: notInside });
  if (notBefore !== undefined && field.type !== 'date')
    scope.report('L24-Q012', [...path, 'notBefore'], { field: field.id, other: notBefore, reason: notDate });
}

const notInside = { id: 'kelompok ini tidak menanyakannya', en: 'this group does not ask it' };
const notDate = { id: 'hanya tanggal yang punya urutan', en: 'only dates have an order' };
const otherType = { id: 'jenisnya berbeda', en: 'it is of another type' };

interface Other {
  readonly field: Field;
  readonly name: string;
  readonly path: Path;
  readonly sight: Sight;
}

function checkOther(scope: Scope, { field, name, path, sight }: Other): void {
  const found = sight.find(name);
  if (found === undefined || !found.earlier || name === field.id) {
    scope.report('L24-Q011', path, { field: field.id, other: name, hint: nearestHint(name, sight.names()) });
    return;
  }
  if (found.field.type !== field.type)
    scope.report('L24-Q012', path, { field: field.id, other: name, reason: otherType });
}
