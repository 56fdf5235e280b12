// One route from request to answer: rate limit, access, body, CSRF, validation, handler.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../lib/errors.ts';
import type { Actor, Context } from '../context.ts';
import { createContext } from '../create-platform.ts';
import { authorise } from './access.ts';
import { browserCookie, checkCsrf, csrfField } from './csrf.ts';
import type { Incoming, Reply, Route, UploadedFile } from './define.ts';
import { toProblem } from './problem.ts';
import { isLoopback } from './rate-limit.ts';
import { rawBodies, receiveMultipart, removeFiles } from './read-body.ts';
import { securityHeaders } from './security-headers.ts';
import { type Exchange, sendPage, sendReply } from './send.ts';
import { refuseNul, validate } from './validate.ts';
import { visitOf } from './visit.ts';
import type { Web } from './web.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The declared route, for the meta-tests and the metrics. */
    route?: Route;
  }
}

export function serveRoute(server: FastifyInstance, web: Web, route: Route): void {
  const { method, url, access, rateLimit } = route.options;
  const tilesUrl = route.options.tiles ? web.platform.config.mapTilesUrl : undefined;
  const page = { framed: route.options.framed, tilesFrom: tilesUrl && originOfTiles(tilesUrl) };
  const actors = new WeakMap<FastifyRequest, Actor>();
  server.route({
    method,
    url,
    config: { route },
    // Before the body: nobody sends 10 MB only to be told to sign in.
    onRequest: async (request, reply) => {
      reply.headers(securityHeaders(access.kind, web.https, page));
      if (rateLimit && !(rateLimit.sparesLoopback && isLoopback(request.ip))) web.limiter.take(rateLimit, request.ip);
      const actor = await authorise(web, route, request);
      if (actor.kind !== 'officer' && request.isMultipart()) web.admission.files.refuseWhenFull();
      actors.set(request, actor);
    },
    handler: (request, reply) => answer(web, route, { request, reply }, actors.get(request) ?? { kind: 'anonymous' }),
  });
}

/** `{z}` and the like are no address yet. */
function originOfTiles(address: string): string {
  return new URL(address.replace(/\{[^}]*\}/g, '0')).origin;
}

async function answer(web: Web, route: Route, http: Exchange, actor: Actor): Promise<FastifyReply> {
  const { request } = http;
  const { display } = visitOf(web, request);
  const ctx = createContext(web.platform, {
    actor,
    locale: display.locale,
    channel: route.surface === 'page' ? 'web' : 'api',
    requestId: request.id,
  });
  const access = route.options.access.kind;
  const cacheKey = await cacheKeyOf(web, route, ctx, request);
  const kept = cacheKey === undefined ? undefined : web.pages.find(cacheKey);
  if (kept) return sendPage(http, kept, { status: 200, access });
  const { body, files } = await readBody(web, route, request);
  try {
    if (route.surface === 'page' && route.options.method !== 'GET') guardForm(web, request, body);
    const incoming = await readIncoming(web, route, { request, body: withoutToken(body), files });
    const reply = await inTurn(web, { actor, files }, () => route.options.handle(ctx, incoming));
    return await sendReply(web, http, reply, { access, cacheKey });
  } catch (error) {
    countMiss(web, route, request, error);
    throw error;
  } finally {
    await removeFiles(files);
  }
}

/** Officers are never kept waiting for the public. */
async function inTurn(
  { admission }: Web,
  { actor, files }: { actor: Actor; files: readonly UploadedFile[] },
  work: () => Promise<Reply>,
): Promise<Reply> {
  if (actor.kind === 'officer') return work();
  const leave = await (files.length > 0 ? admission.files : admission.plain).enter();
  try {
    return await work();
  } finally {
    leave();
  }
}

function countMiss(web: Web, { options }: Route, request: FastifyRequest, error: unknown): void {
  const { missLimit } = options;
  if (missLimit && error instanceof AppError && error.code === missLimit.code) web.limiter.take(missLimit, request.ip);
}

async function cacheKeyOf(web: Web, route: Route, ctx: Context, request: FastifyRequest): Promise<string | undefined> {
  const { revision, access, method } = route.options;
  if (revision === undefined || access.kind !== 'public' || method !== 'GET' || ctx.actor.kind !== 'anonymous')
    return undefined;
  const { frame } = visitOf(web, request);
  return [request.url, frame.locale, frame.textSize, frame.contrast, frame.saveData, await revision(ctx)].join('\n');
}

async function readBody(
  web: Web,
  route: Route,
  request: FastifyRequest,
): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (!request.isMultipart()) return { body: request.body, files: [] };
  const { multipart } = route.options;
  if (multipart === undefined) throw new AppError('invalid', 'request.media_type');
  const { form, files } = await receiveMultipart(request, multipart, web.uploadFolder);
  return { body: form, files };
}

function guardForm(web: Web, request: FastifyRequest, body: unknown): void {
  const { headers } = request;
  const field: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, csrfField) : undefined;
  checkCsrf(web.platform.secrets, {
    browser: visitOf(web, request).cookies[browserCookie],
    token: field ?? headers['x-csrf-token'],
    origin: headers.origin,
    fetchSite: typeof headers['sec-fetch-site'] === 'string' ? headers['sec-fetch-site'] : undefined,
    allowedOrigins: [
      new URL(web.platform.config.publicUrl).origin,
      `http://${request.host}`,
      `https://${request.host}`,
    ],
  });
}

function withoutToken(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !(csrfField in body)) return body;
  const { [csrfField]: _, ...rest } = body;
  return rest;
}

async function readIncoming(
  web: Web,
  route: Route,
  received: { request: FastifyRequest; body: unknown; files: readonly UploadedFile[] },
): Promise<Incoming> {
  const { request, body, files } = received;
  const { options } = route;
  const { frame, cookies } = visitOf(web, request);
  for (const part of [request.params, request.query, body]) refuseNul(part);
  return {
    // An address that cannot exist is not found, rather than a form with mistakes.
    params: await validate(options.params, request.params, frame.locale).catch(notFound),
    query: await validate(options.query, request.query, frame.locale),
    body: await validate(options.body, body ?? (options.body === undefined ? undefined : {}), frame.locale),
    files,
    rawBody: rawBodies.get(request) ?? '',
    headers: request.headers,
    cookies,
    ip: request.ip,
    frame,
    sentence: (error) =>
      'noted' in error
        ? (web.sentences(error.noted, frame.locale, {}) ?? error.noted)
        : toProblem(error, { sentences: web.sentences, locale: frame.locale, reference: '' }).sentence,
  };
}

function notFound(error: unknown): never {
  if (error instanceof AppError) throw new AppError('not_found', 'request.not_found');
  throw error;
}
