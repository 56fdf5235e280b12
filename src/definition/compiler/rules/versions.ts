// A question keeps its meaning for ever: answers are stored under its id, and open cases are read with it.
import type { Field, ServiceDefinition } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { allQuestions, type Scope } from '../scope.ts';

export function checkVersions(scope: Scope): void {
  const { previous } = scope.env;
  if (previous === undefined || previous.service !== scope.def.service) return;
  const before = typesOf(previous);
  for (const { name, field, path } of namedFields(scope.def)) {
    const was = before.get(name);
    if (was !== undefined && was !== field.type)
      scope.report('L24-X015', [...path, 'type'], { field: name, was, type: field.type });
  }
}

function typesOf(def: ServiceDefinition): ReadonlyMap<string, Field['type']> {
  return new Map(namedFields(def).map(({ name, field }) => [name, field.type]));
}

/** Questions of the form, and those inside groups by their full name ("anak.nama"). */
function namedFields(def: ServiceDefinition): { name: string; field: Field; path: Path }[] {
  return allQuestions(def).flatMap(({ field, path }) => [
    { name: field.id, field, path },
    ...(field.fields ?? []).map((inner, index) => ({
      name: `${field.id}.${inner.id}`,
      field: inner,
      path: [...path, 'fields', index] as Path,
    })),
  ]);
}
