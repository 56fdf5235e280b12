// For tests: an officer at a browser, and the hidden fields of the forms on a page.
import type { TestApp } from '../../../tests/support/app.ts';
import { type Answer, createVisitor, sessionCookieOf } from '../identity/testing.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;
export interface StaffVisitor {
  get(path: string): Promise<Answer>;
  post(path: string, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** A browser of its own, signed in as this officer. Sends forms with the token of the page seen last. */
export async function aStaffVisitor(app: TestApp, username: string): Promise<StaffVisitor> {
  const { cookies, get } = createVisitor(app.fastify);
  const [name = '', value = ''] = (await sessionCookieOf(app.ctx(), username)).split('=');
  cookies.set(name, value);
  let token = '';
  const keep = (answer: Answer): Answer => {
    token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token;
    return answer;
  };
  return {
    get: async (path) => keep(await get(path)),
    post: async (url, fields = {}, headers = {}) => {
      const sent = new URLSearchParams();
      for (const [key, given] of Object.entries({ _csrf: token, ...fields }))
        for (const one of Array.isArray(given) ? given : [given]) sent.append(key, String(one));
      const response = await app.fastify.inject({
        method: 'POST',
        url,
        payload: sent.toString(),
        headers: {
          host: 'localhost:3000',
          cookie: [...cookies].map(([key, one]) => `${key}=${one}`).join('; '),
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      });
      const { location } = response.headers;
      return keep({ status: response.statusCode, location, body: response.body, headers: response.headers });
    },
  };
}

/** Hidden inputs of one form on a page, found by its id or its action; empty when the form is not there. */
export function formOf(body: string, step: string, by: 'id' | 'action' = 'id'): Record<string, string> {
  const mark = by === 'id' ? `id="langkah-${step}"` : `action="${step}"`;
  const start = body.indexOf(mark);
  if (start < 0) return {};
  const form = body.slice(start, body.indexOf('</form>', start));
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...inputs].flatMap(([, name, value]) => (name === undefined ? [] : [[name, value ?? '']])),
  );
}

/** Opens the case and sends the form of one step. */
export async function sendStep(who: StaffVisitor, number: string, step: string, fields: Fields = {}): Promise<Answer> {
  const page = await who.get(`/petugas/berkas/${number}`);
  return who.post(`/petugas/berkas/${number}/aksi/${step}`, { ...formOf(page.body, step), ...fields });
}
