// Where a question stands in a definition. Definitions never change once compiled, so the index is kept beside them.
import { derivedFields } from '../derive/derive.ts';
import type { Field, ServiceDefinition } from '../schema.ts';

const indexes = new WeakMap<ServiceDefinition, ReadonlyMap<string, Field>>();

/** Every question by id: eligibility, pages, the questions inside groups, derived values; the first of a name wins. */
export function fieldsById(def: ServiceDefinition): ReadonlyMap<string, Field> {
  const known = indexes.get(def);
  if (known !== undefined) return known;
  const index = new Map<string, Field>();
  const top = [...def.eligibility.map((rule) => rule.ask), ...def.form.flatMap((page) => page.fields)];
  for (const field of [...top, ...top.flatMap(nestedFields), ...derivedFields(def)]) {
    if (!index.has(field.id)) index.set(field.id, field);
  }
  indexes.set(def, index);
  return index;
}

/** The questions answers are given to directly, without those inside groups. */
export function topLevelFields(def: ServiceDefinition): Field[] {
  return [...def.eligibility.map((rule) => rule.ask), ...def.form.flatMap((page) => page.fields)];
}

function nestedFields(field: Field): Field[] {
  return (field.fields ?? []).flatMap((inner) => [inner, ...nestedFields(inner)]);
}
