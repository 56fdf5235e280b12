// OpenAPI 3.1 from the same zod schemas that check the requests.
import { z } from 'zod';
import { type ApiRoute, defineApi, json, type Route } from './define.ts';

type JsonSchema = Record<string, unknown>;

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'One sentence for the reader, in the language of Accept-Language.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; programs decide on this.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
  },
};

/** The document for all API routes among `routes`. */
export function openApiDocument(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (route.surface !== 'api') continue;
    const path = route.options.url.replace(/:([A-Za-z0-9_]+)/g, '{$1}');
    const operations = paths[path] ?? {};
    operations[route.options.method.toLowerCase()] = operation(route);
    paths[path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Loket24 API', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key made with `loket24 api-key create`.' },
      },
    },
  };
}

/** GET /api/v1/openapi.json; the document is made once. */
export function openApiRoute(routes: readonly Route[]): Route {
  let document: Record<string, unknown> | undefined;
  const route: Route = defineApi({
    method: 'GET',
    url: '/api/v1/openapi.json',
    access: { kind: 'public' },
    summary: 'This description',
    tag: 'meta',
    response: z.looseObject({ openapi: z.string() }),
    handle: async () => {
      document ??= openApiDocument([...routes, route]);
      return json(document);
    },
  });
  return route;
}

function operation({ options }: ApiRoute): Record<string, unknown> {
  const parameters = [...parametersOf(options.params, 'path'), ...parametersOf(options.query, 'query')];
  const body = bodyOf(options);
  return {
    summary: options.summary,
    tags: [options.tag],
    ...(options.access.kind === 'officer' ? { security: [{ apiKey: [] }] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: {
      [String(options.successStatus ?? 200)]: {
        description: 'Success',
        content: { 'application/json': { schema: toSchema(options.response, 'output') } },
      },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (schema === undefined) return [];
  const object = toSchema(schema, 'input');
  const required = Array.isArray(object.required) ? object.required : [];
  return Object.entries((object.properties ?? {}) as Record<string, unknown>).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value,
  }));
}

function bodyOf(options: ApiRoute['options']): JsonSchema | undefined {
  if (options.multipart !== undefined) {
    const file = { type: 'string', format: 'binary' };
    return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties: { file } } } } };
  }
  if (options.body === undefined) return undefined;
  return { required: true, content: { 'application/json': { schema: toSchema(options.body, 'input') } } };
}

// Transforms and refinements have no JSON Schema; what they start from does.
function toSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as JsonSchema;
  return rest;
}
