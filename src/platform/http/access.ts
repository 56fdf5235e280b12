import type { FastifyRequest } from 'fastify';
import { AppError } from '../../lib/errors.ts';
import type { Actor, Officer, Permission } from '../context.ts';
import type { Credentials } from '../module.ts';
import { sessionCookie } from './cookies.ts';
import type { Access, Route } from './define.ts';
import { visitOf } from './visit.ts';
import type { Web } from './web.ts';

/** Finds out who asks and refuses whoever may not; runs before the body is read. */
export async function authorise(web: Web, route: Route, request: FastifyRequest): Promise<Actor> {
  const { access } = route.options;
  const unknown = route.options.signed || route.surface === 'protocol';
  const officer = unknown ? undefined : await findOfficer(web, route, request);
  visitOf(web, request).officer = officer;
  if (access.kind === 'token') return { kind: 'applicant' };
  if (access.kind === 'public') return officer ?? { kind: 'anonymous' };
  if (officer === undefined) throw new AppError('unauthenticated', 'request.unauthenticated');
  if (!mayEnter(officer, access)) throw new AppError('forbidden', 'request.forbidden');
  return officer;
}

// Pages know officers by their session, the API by a key: a session cookie on the API would need its own CSRF guard.
async function findOfficer(web: Web, route: Route, request: FastifyRequest): Promise<Officer | undefined> {
  const credentials = route.surface === 'api' ? keyCredentials(request) : sessionCredentials(web, request);
  if (credentials === undefined) return undefined;
  const officer = await web.resolveOfficer(web.platform, credentials);
  // A wrong key is always said: a program that believes itself signed in must not get the public's answer.
  if (officer === undefined && credentials.kind === 'api-key')
    throw new AppError('unauthenticated', 'request.invalid_key');
  return officer;
}

function keyCredentials(request: FastifyRequest): Credentials | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const secret = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(header)?.[1];
  if (secret === undefined) throw new AppError('unauthenticated', 'request.invalid_key');
  return { kind: 'api-key', secret };
}

function sessionCredentials(web: Web, request: FastifyRequest): Credentials | undefined {
  const secret = visitOf(web, request).cookies[sessionCookie];
  return secret === undefined || secret === '' || secret.length > 512 ? undefined : { kind: 'session', secret };
}

function mayEnter(officer: Officer, access: Access): boolean {
  if (access.kind !== 'officer' || access.permission === undefined) return true;
  const enough: readonly Permission[] = typeof access.permission === 'string' ? [access.permission] : access.permission;
  return enough.some((permission) => officer.permissions.includes(permission));
}
