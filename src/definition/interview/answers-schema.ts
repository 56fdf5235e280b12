import { topLevelFields } from '../fields/find.ts';
import { fieldJsonSchema } from '../fields/registry.ts';
import type { JsonSchema } from '../fields/types.ts';
import type { ServiceDefinition } from '../schema.ts';

/**
 * JSON Schema 2020-12 of the canonical answers of a service. Looser writings are accepted as well; required are the
 * questions nobody can pass by, those behind a condition are decided by the interview.
 */
export function answersJsonSchema(def: ServiceDefinition): JsonSchema {
  const fields = topLevelFields(def).filter((field) => field.type !== 'info');
  const always = [
    ...def.eligibility.map((rule) => rule.ask),
    ...def.form.filter((page) => page.when === undefined).flatMap((page) => page.fields),
  ].filter((field) => field.required && field.when === undefined && field.type !== 'info');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: def.title.id,
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.id, fieldJsonSchema(field)])),
    required: [...new Set(always.map((field) => field.id))],
    additionalProperties: false,
  };
}
