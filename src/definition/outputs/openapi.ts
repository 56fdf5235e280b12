// OpenAPI 3.1 for one service: how a program applies for it, with the exact shape of its answers.
import type { JsonSchema } from '../fields/types.ts';
import type { ServiceDefinition } from '../schema.ts';
import { submissionSchema } from './json-schema.ts';

export interface PublishedAs {
  readonly number: number;
  readonly hash: string;
}

export function serviceOpenApi(def: ServiceDefinition, version: PublishedAs): JsonSchema {
  const { $schema: _draft, $id: _id, $comment: _comment, ...schema } = submissionSchema(def, version);
  const problem = {
    description: 'Problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { type: 'object' } } },
  };
  return {
    openapi: '3.1.0',
    info: { title: def.title.id, summary: def.summary.id, version: String(version.number) },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: {
      '/api/v1/applications': {
        post: {
          operationId: `apply-${def.service}`,
          summary: def.title.en ?? def.title.id,
          parameters: [
            { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8 } },
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Application' } } },
          },
          responses: {
            '201': {
              description: 'Received',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Received' } } },
            },
            '409': problem,
            '422': problem,
          },
        },
      },
    },
    components: {
      schemas: {
        Application: schema,
        Received: {
          type: 'object',
          properties: {
            number: { type: 'string' },
            trackingCode: { type: 'string' },
            state: { type: 'string' },
            dueAt: { type: ['string', 'null'] },
          },
          required: ['number', 'trackingCode', 'state'],
        },
      },
    },
  };
}
