// JSON Schema (draft 2020-12) of what a program sends for one version of a service.
import { fieldJsonSchema } from '../fields/registry.ts';
import type { JsonSchema } from '../fields/types.ts';
import type { Field, ServiceDefinition } from '../schema.ts';

export const draft = 'https://json-schema.org/draft/2020-12/schema';

/**
 * `answers` in their canonical form; channels also take what people type. A question with a condition is never required
 * here: whether it is asked only the interview knows.
 */
export function submissionSchema(def: ServiceDefinition, version?: { number: number; hash: string }): JsonSchema {
  const asked = fieldsOf(def).filter(({ field }) => field.type !== 'info');
  const always = asked.filter(({ field, conditional }) => field.required && !conditional);
  return {
    $schema: draft,
    ...(version === undefined ? {} : { $id: `urn:loket24:${def.service}:${version.number}`, $comment: version.hash }),
    title: def.title.id,
    type: 'object',
    properties: {
      service: { const: def.service },
      channel: { type: 'string' },
      answers: {
        type: 'object',
        properties: Object.fromEntries(asked.map(({ field }) => [field.id, fieldJsonSchema(field)])),
        required: always.map(({ field }) => field.id),
        additionalProperties: false,
      },
      documents: {
        type: 'array',
        items: {
          type: 'object',
          properties: { id: documentIds(def), uploadId: { type: 'string' } },
          required: ['id', 'uploadId'],
          additionalProperties: false,
        },
      },
    },
    required: ['service', 'answers'],
  };
}

function documentIds(def: ServiceDefinition): JsonSchema {
  const ids = def.documents.filter((document) => document.kind === 'file').map((document) => document.id);
  return ids.length === 0 ? { type: 'string' } : { type: 'string', enum: ids };
}

function fieldsOf(def: ServiceDefinition): { field: Field; conditional: boolean }[] {
  const first = def.eligibility.map(({ ask }) => ({ field: ask, conditional: ask.when !== undefined }));
  const pages = def.form.flatMap((page) =>
    page.fields.map((field) => ({ field, conditional: page.when !== undefined || field.when !== undefined })),
  );
  return [...first, ...pages];
}
