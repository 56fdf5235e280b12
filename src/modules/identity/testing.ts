// For tests of this and other modules: a browser without a screen, and officers who can sign in.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../platform/context.ts';
import { sessionCookie } from '../../platform/http/cookies.ts';
import { confirmTotp, pendingTotp } from './account/totp.ts';
import { hashPassword } from './crypto/passwords.ts';
import { totpCode } from './crypto/totp.ts';
import { startSession } from './sessions/sessions.ts';
import { findOfficerByUsername, type Person } from './staff/directory.ts';
import { savePasswordHash } from './store/credentials.ts';

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Answer>;
  /** Sends a form with the token of the page seen last; `_csrf` in the fields overrides it. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Opens `path`, then sends the form there. */
  fill(path: string, fields: Readonly<Record<string, string>>, action?: string): Promise<Answer>;
}

/** A browser: keeps cookies and the form token, follows nothing by itself. */
export function createVisitor(
  server: FastifyInstance,
  options: { ip?: string; host?: string; userAgent?: string } = {},
): Visitor {
  const cookies = new Map<string, string>();
  let token = '';
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    host: options.host ?? 'localhost:3000',
    'user-agent': options.userAgent ?? 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36',
  });
  const receive = (response: Awaited<ReturnType<FastifyInstance['inject']>>): Answer => {
    for (const cookie of response.cookies) {
      if (cookie.value === '') cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? token;
    const { location } = response.headers;
    return { status: response.statusCode, location, body: response.body, headers: response.headers };
  };
  const remoteAddress = options.ip ?? '10.1.2.3';
  const visitor: Visitor = {
    cookies,
    get: async (url) => receive(await server.inject({ method: 'GET', url, headers: headers(), remoteAddress })),
    post: async (url, fields = {}) =>
      receive(
        await server.inject({
          method: 'POST',
          url,
          remoteAddress,
          headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ _csrf: token, ...fields }).toString(),
        }),
      ),
    fill: async (path, fields, action = path) => {
      await visitor.get(path);
      return await visitor.post(action, fields);
    },
  };
  return visitor;
}

export async function anOfficer(ctx: Context, username: string): Promise<Person> {
  const person = await findOfficerByUsername(ctx, username);
  if (!person) throw new Error(`staff.yaml has no ${username}`);
  return person;
}

/** The `Cookie` header of a fresh session of this officer, without going through the sign-in pages. */
export async function sessionCookieOf(ctx: Context, username: string): Promise<string> {
  const person = await anOfficer(ctx, username);
  const browser = { ip: '127.0.0.1', device: 'test', sessionToken: undefined };
  return `${sessionCookie}=${await startSession(ctx, person.id, { method: 'link', browser })}`;
}

/** Gives the officer a password, and the key of a confirmed authenticator app when `totp` is asked for. */
export async function securedOfficer(
  ctx: Context,
  username: string,
  keys: { password: string; totp?: boolean },
): Promise<Person & { readonly secret: string }> {
  const person = await anOfficer(ctx, username);
  await savePasswordHash(ctx.db, person.id, { hash: await hashPassword(keys.password), setAt: ctx.clock.now() });
  if (!keys.totp) return { ...person, secret: '' };
  const { secret } = await pendingTotp(ctx, person);
  // Confirmed with the code of the step before, so that the test can use the current one.
  await confirmTotp(ctx, person.id, totpCode(secret, new Date(ctx.clock.now().getTime() - 30_000)));
  return { ...person, secret };
}

export { totpCode };
