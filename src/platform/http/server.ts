// The web server: Fastify with our routes, and nothing a request can do that ends in a stack trace.
import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { AppError } from '../../lib/errors.ts';
import type { Platform } from '../context.ts';
import { newId } from '../ids.ts';
import type { Module } from '../module.ts';
import { createAdmission } from './admission.ts';
import { encodeAsset, loadAssets } from './assets.ts';
import type { Route } from './define.ts';
import { displayRoutes } from './display-routes.ts';
import { type ErrorPage, PlainErrorPage } from './error-page.tsx';
import { createOpenLines } from './event-stream.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openApiRoute } from './openapi.ts';
import { createPageCache } from './page-cache.ts';
import { createSentences } from './problem.ts';
import { createRateLimiter } from './rate-limit.ts';
import { parseForm, rawBodies } from './read-body.ts';
import { sendProblem } from './send-problem.ts';
import { serveRoute } from './serve-route.ts';
import { type ReadinessCheck, serveStatus } from './status-routes.ts';
import type { Web } from './web.ts';

export interface HttpOptions {
  readonly platform: Platform;
  readonly modules: readonly Module[];
  readonly assetFolder: string;
  readonly readiness: readonly ReadinessCheck[];
  readonly metrics?: Metrics;
  readonly errorPage?: ErrorPage | undefined;
}

export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const web = await createWeb(options);
  await rm(web.uploadFolder, { recursive: true, force: true });
  const server = createFastify(web);
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => parseForm(body),
  );
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (request.routeOptions.config.route?.options.signed) rawBodies.set(request, body);
    void parseJson(request, body, done);
  });
  await server.register(multipart);
  server.setErrorHandler((error, request, reply) => sendProblem(web, request, reply, error));
  server.setNotFoundHandler((request, reply) =>
    sendProblem(web, request, reply, new AppError('not_found', 'request.not_found')),
  );
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  server.addHook('onResponse', async (request, reply) => measure(web, request, reply));
  // An open line would keep the server from ending; browsers call again by themselves.
  server.addHook('preClose', async () => web.lines.cutAll());
  serveStatus(server, web, options.readiness);
  serveAssets(server, web);
  for (const route of allRoutes(options.modules)) serveRoute(server, web, route);
  return server;
}

/** Every declared route, the platform's own included. */
export function allRoutes(modules: readonly Module[]): Route[] {
  const declared = modules.flatMap((module) => module.routes);
  return [...displayRoutes, ...declared, openApiRoute(declared)];
}

async function createWeb({ platform, modules, metrics, errorPage, assetFolder }: HttpOptions): Promise<Web> {
  return {
    platform,
    assets: await loadAssets(assetFolder),
    limiter: createRateLimiter(),
    admission: createAdmission(platform.config.databasePoolSize),
    metrics: metrics ?? createMetrics(),
    pages: createPageCache(),
    sentences: createSentences(modules),
    errorPage: errorPage ?? PlainErrorPage,
    resolveOfficer:
      modules.find((module) => module.resolveOfficer)?.resolveOfficer ?? (() => Promise.resolve(undefined)),
    https: platform.config.publicUrl.startsWith('https:'),
    uploadFolder: join(platform.config.dataDir, 'tmp'),
    lines: createOpenLines(),
  };
}

function createFastify(web: Web): FastifyInstance {
  return fastify({
    logger: false,
    genReqId: newId,
    trustProxy: web.platform.config.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: 15 * 60_000, // 10 MB over a weak mobile network takes minutes
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    frameworkErrors: (_error, request, reply) =>
      void sendProblem(web, request, reply, new AppError('invalid', 'request.malformed')),
    clientErrorHandler: refuseConnection,
  });
}

// The request line or headers could not be read, so there is no request to answer: a plain line says what was wrong.
function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${status.slice(4)}\n`,
  );
}

function measure(web: Web, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'unknown';
  const labels = { method: request.method, route, status: String(reply.statusCode) };
  web.metrics.time('http_request_duration_seconds', reply.elapsedTime / 1000, labels);
  web.platform.log.debug({ ...labels, requestId: request.id, milliseconds: Math.round(reply.elapsedTime) }, 'request');
}

function serveAssets(server: FastifyInstance, web: Web): void {
  server.get<{ Params: { name: string } }>('/aset/:name', async (request, reply) => {
    const asset = web.assets.find(request.params.name);
    if (asset === undefined) throw new AppError('not_found', 'request.not_found');
    const { bytes, encoding } = await encodeAsset(asset, request.headers['accept-encoding']);
    // The name holds the hash of the content, so it never changes.
    reply.headers({
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    });
    if (encoding !== undefined) reply.header('content-encoding', encoding);
    return reply.type(asset.type).send(bytes);
  });
  server.get('/favicon.ico', (_request, reply) =>
    web.assets.urls.mark === undefined ? reply.code(204).send() : reply.redirect(web.assets.urls.mark, 302),
  );
}
