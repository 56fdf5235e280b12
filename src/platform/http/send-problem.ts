import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorTitle } from './error-page.tsx';
import { type Problem, problemBody, toProblem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { type Exchange, sendBytes, sendReply } from './send.ts';
import { visitOf } from './visit.ts';
import type { Web } from './web.ts';

const signInPath = '/petugas/masuk';

/** Answers whatever was thrown: problem+json to programs, a page (or the way to the sign-in) to people. */
export async function sendProblem(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const reference = request.id.slice(-8);
  const { display } = visitOf(web, request);
  const problem = toProblem(error, { sentences: web.sentences, locale: display.locale, reference });
  if (problem.unexpected) logUnexpected(web, request, error, reference);
  if (reply.sent) return reply;
  reply.headers(securityHeaders(request.routeOptions?.config?.route?.options.access.kind ?? 'public', web.https));
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
  const route = request.routeOptions?.config?.route;
  if (route?.surface === 'protocol')
    return sendReply(web, { request, reply }, route.options.refuse(problem, request.url), { access: 'officer' });
  return isForPrograms(request)
    ? sendJson({ request, reply }, problem)
    : sendErrorPage(web, { request, reply }, problem);
}

function sendJson(http: Exchange, problem: Problem): Promise<FastifyReply> {
  http.reply.code(problem.status).header('cache-control', 'no-store');
  if (problem.status === 401) http.reply.header('www-authenticate', 'Bearer realm="loket24"');
  return sendBytes(
    http,
    Buffer.from(JSON.stringify(problemBody(problem, http.request.id))),
    'application/problem+json; charset=utf-8',
  );
}

function sendErrorPage(web: Web, http: Exchange, problem: Problem): Promise<FastifyReply> {
  const { request } = http;
  if (problem.status === 401 && !request.url.startsWith(signInPath)) {
    const back = request.method === 'GET' ? `?kembali=${encodeURIComponent(request.url)}` : '';
    return sendReply(web, http, { kind: 'redirect', to: `${signInPath}${back}` }, { access: 'officer' });
  }
  const { frame } = visitOf(web, request);
  // Every form's address can be opened again, and what was saved before is still in it.
  const canRetry =
    problem.status === 413 ||
    (request.method === 'GET' && (problem.status >= 500 || problem.status === 409 || problem.status === 429));
  const retryPath = canRetry ? frame.path : undefined;
  const title = errorTitle(problem, frame.locale);
  const view = web.errorPage({ frame, problem, title, retryPath });
  return sendReply(web, http, { kind: 'html', view, status: problem.status }, { access: 'officer' });
}

function logUnexpected(web: Web, request: FastifyRequest, error: unknown, reference: string): void {
  const route = request.routeOptions?.url ?? 'unknown';
  web.platform.log.error(
    { err: error, requestId: request.id, reference, method: request.method, route },
    'request failed',
  );
}

function isForPrograms(request: FastifyRequest): boolean {
  const declared = request.routeOptions?.config?.route?.surface;
  return declared === 'api' || (declared === undefined && /^\/(api|open311)\//.test(request.url));
}
