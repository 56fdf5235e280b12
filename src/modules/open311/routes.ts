// The addresses of GeoReport v2. One handler for each resource, both formats; every refusal is an errors document.
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { defineProtocol, type Incoming, type Refusal, type Reply, type Route } from '../../platform/http/define.ts';
import { findProgram } from '../identity/index.ts';
import { acceptReport, type Program } from './service/report.ts';
import { request, requests, updates } from './service/requests.ts';
import { basePath, definition, discovery, services } from './service/services.ts';
import { acceptUpdate } from './service/update.ts';
import { encode, type Format, splitFormat } from './wire/format.ts';
import { one, type Parameters, type Raw, readParameters } from './wire/parameters.ts';
import { readReport } from './wire/report.ts';
import { readRequestsQuery, windowOf } from './wire/window.ts';
import type { XmlValue } from './wire/xml.ts';

const Anything = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const File = z.object({ file: z.string().max(300) });
const readLimit = { name: 'open311', max: 600, perSeconds: 60, sparesLoopback: true } as const;
const writeLimit = { name: 'open311-post', max: 120, perSeconds: 60, sparesLoopback: true } as const;
const forAll = { 'access-control-allow-origin': '*' };

function answer(format: Format, root: string, value: Exclude<XmlValue, undefined>, status = 200): Reply {
  const { body, type } = encode(format, root, value);
  return { kind: 'bytes', body, type, inline: true, status, headers: forAll };
}

// 404: it does not exist; 403: the key; 429 and 503: later; everything else that is not a fault of ours is 400.
function statusOf(status: number): number {
  if (status === 401) return 403;
  return [403, 404, 429, 503].includes(status) || status >= 500 ? status : 400;
}

function refuse(refusal: Refusal, url: string): Reply {
  const [path = ''] = url.split('?');
  const format = splitFormat(path.slice(path.lastIndexOf('/') + 1))?.format ?? 'xml';
  const status = statusOf(refusal.status);
  const errors =
    refusal.fields.length > 0
      ? refusal.fields.map(({ field, message }) => ({ code: status, description: `${field}: ${message}` }))
      : [{ code: status, description: refusal.sentence }];
  return answer(format, 'errors', errors, status);
}

function formatOf(file: string): { name: string; format: Format } {
  const split = splitFormat(file);
  if (!split) throw new AppError('invalid', 'open311.format');
  return split;
}

function parametersOf(ctx: Context, { query, body }: { query: unknown; body?: unknown }): Parameters {
  const given = readParameters(query as Raw, (body ?? {}) as Raw);
  const jurisdiction = one(given, 'jurisdiction_id');
  const ours = [ctx.region.id, ctx.region.code, new URL(ctx.config.publicUrl).hostname];
  if (jurisdiction !== undefined && !ours.includes(jurisdiction))
    throw new AppError('not_found', 'open311.jurisdiction_unknown');
  return given;
}

async function programOf(ctx: Context, given: Parameters): Promise<Program> {
  const program = await findProgram(ctx, one(given, 'api_key') ?? '');
  if (!program) throw new AppError('forbidden', 'open311.key');
  return { id: program.id };
}

type Asked = Pick<Incoming<{ file: string }, Raw, Raw>, 'params' | 'query' | 'body'>;

const shared = { access: { kind: 'public' }, query: Anything, refuse } as const;

async function readTop(ctx: Context, { params, query }: Asked): Promise<Reply> {
  const { name, format } = formatOf(params.file);
  const given = parametersOf(ctx, { query });
  const now = ctx.clock.now();
  switch (name) {
    case 'discovery':
      return answer(format, 'discovery', wire(await discovery(ctx)));
    case 'services':
      return answer(format, 'services', wire(await services(ctx)));
    case 'requests':
      return answer(format, 'service_requests', wire(await requests(ctx, readRequestsQuery(given, now))));
    case 'servicerequestupdates':
      await programOf(ctx, given);
      return answer(format, 'service_request_updates', wire(await updates(ctx, windowOf(given, now))));
    default:
      throw new AppError('not_found', 'open311.not_found');
  }
}

/** The wire types are plain values; this says so to the encoder. */
const wire = (value: object): Exclude<XmlValue, undefined> => value as Exclude<XmlValue, undefined>;

async function writeTop(ctx: Context, { params, query, body }: Asked): Promise<Reply> {
  const { name, format } = formatOf(params.file);
  const given = parametersOf(ctx, { query, body });
  if (name !== 'requests' && name !== 'servicerequestupdates') throw new AppError('not_found', 'open311.not_found');
  const program = await programOf(ctx, given);
  if (name === 'requests')
    return answer(format, 'service_requests', wire([await acceptReport(ctx, program, readReport(given))]), 201);
  return answer(format, 'service_request_updates', wire([await acceptUpdate(ctx, program, given)]), 201);
}

const top = defineProtocol({
  ...shared,
  method: 'GET',
  url: `${basePath}/:file`,
  params: File,
  rateLimit: readLimit,
  handle: (ctx, incoming) => readTop(ctx, { ...incoming, body: {} }),
});
const send = defineProtocol({
  ...shared,
  method: 'POST',
  url: `${basePath}/:file`,
  params: File,
  body: Anything,
  rateLimit: writeLimit,
  handle: (ctx, incoming) => writeTop(ctx, incoming),
});
const oneService = defineProtocol({
  ...shared,
  method: 'GET',
  url: `${basePath}/services/:file`,
  params: File,
  rateLimit: readLimit,
  handle: async (ctx, { params, query }) => {
    const { name, format } = formatOf(params.file);
    parametersOf(ctx, { query });
    return answer(format, 'service_definition', wire(await definition(ctx, name)));
  },
});
const oneRequest = defineProtocol({
  ...shared,
  method: 'GET',
  url: `${basePath}/requests/:file`,
  params: File,
  rateLimit: readLimit,
  handle: async (ctx, { params, query }) => {
    const { name, format } = formatOf(params.file);
    parametersOf(ctx, { query });
    return answer(format, 'service_requests', wire([await request(ctx, name)]));
  },
});
// Every report of ours has its id at once, so no token is ever given out; whoever asks for one is told so.
const oneToken = defineProtocol({
  ...shared,
  method: 'GET',
  url: `${basePath}/tokens/:file`,
  params: File,
  rateLimit: readLimit,
  handle: async (ctx, { params, query }) => {
    const { name, format } = formatOf(params.file);
    parametersOf(ctx, { query });
    const known = await request(ctx, name).catch(() => {
      throw new AppError('not_found', 'open311.token_unknown');
    });
    return answer(format, 'service_requests', wire([{ service_request_id: known.service_request_id, token: name }]));
  },
});
const found = defineProtocol({
  ...shared,
  method: 'GET',
  url: '/open311/:file',
  params: File,
  rateLimit: readLimit,
  handle: async (ctx, { params, query }) => {
    const { name, format } = formatOf(params.file);
    parametersOf(ctx, { query });
    if (name !== 'discovery') throw new AppError('not_found', 'open311.not_found');
    return answer(format, 'discovery', wire(await discovery(ctx)));
  },
});

/** Whatever else is asked for under this address is answered in the standard's form too. */
const nothing = defineProtocol({
  access: { kind: 'public' },
  refuse,
  method: 'GET',
  url: '/open311/*',
  rateLimit: readLimit,
  handle: () => {
    throw new AppError('not_found', 'open311.not_found');
  },
});

export const open311Routes: readonly Route[] = [found, top, send, oneService, oneRequest, oneToken, nothing];
