import type { FastifyReply, FastifyRequest } from 'fastify';
import { render } from 'preact-render-to-string';
import { chooseEncoding, compress, isCompressible } from './compress.ts';
import { serializeCookie } from './cookies.ts';
import type { Access, Reply, SetCookie } from './define.ts';
import { sendEvents } from './event-stream.ts';
import { compressedPage, type StoredPage, toPage } from './page-cache.ts';
import { rangeOf } from './range.ts';
import { documentPolicy } from './security-headers.ts';
import { visitOf } from './visit.ts';
import type { Web } from './web.ts';

const htmlType = 'text/html; charset=utf-8';

/** Sends what a handler answered. `cacheKey` keeps a page that turned out to be the same for everybody. */
export async function sendReply(
  web: Web,
  http: Exchange,
  answer: Reply,
  options: { access: Access['kind']; cacheKey?: string | undefined },
): Promise<FastifyReply> {
  const { request, reply } = http;
  reply.headers(answer.headers ?? {});
  if (answer.kind === 'redirect') {
    setCookies(web, http, answer.cookies);
    return reply.header('cache-control', 'no-store').redirect(inHeader(answer.to), 303);
  }
  if (answer.kind === 'events') return sendEvents(web.lines, http, answer.open);
  if (answer.kind === 'html') {
    const status = answer.status ?? 200;
    const html = `<!doctype html>${render(answer.view)}`;
    const shared = setCookies(web, http, answer.cookies) === 0 && !visitOf(web, request).csrf.used();
    const page =
      options.cacheKey !== undefined && shared && status === 200
        ? web.pages.store(options.cacheKey, html)
        : toPage(html);
    return sendPage(http, page, { status, access: options.access });
  }
  setCookies(web, http, answer.cookies);
  setDefault(reply, 'cache-control', 'no-store');
  if (answer.kind === 'json') {
    reply.code(answer.status ?? 200);
    return sendBytes(http, Buffer.from(JSON.stringify(answer.body)), 'application/json; charset=utf-8');
  }
  reply.code(answer.status ?? 200).header('content-security-policy', documentPolicy(answer.type));
  if (answer.type === 'application/pdf') reply.header('x-frame-options', 'SAMEORIGIN');
  if (answer.fileName !== undefined)
    reply.header('content-disposition', disposition(answer.fileName, answer.inline === true));
  const { body } = answer;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  return sendBytes(http, bytes, answer.type);
}

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Sends a rendered page, or 304 when this browser has it already. */
export async function sendPage(
  { request, reply }: Exchange,
  page: StoredPage,
  options: { status: number; access: Access['kind'] },
): Promise<FastifyReply> {
  reply.code(options.status).header('vary', 'Accept-Encoding, Accept-Language, Cookie, Save-Data').type(htmlType);
  setDefault(
    reply,
    'cache-control',
    options.access === 'public' && options.status === 200 ? 'private, no-cache' : 'no-store',
  );
  if (options.status === 200 && options.access === 'public') {
    reply.header('etag', page.etag);
    if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
  }
  const encoding = page.bytes.length > 1000 ? chooseEncoding(request.headers['accept-encoding']) : undefined;
  if (encoding === undefined) return reply.send(page.bytes);
  return reply.header('content-encoding', encoding).send(await compressedPage(page, encoding));
}

/** Players of sound jump: they ask for a part, and some play nothing from a server that cannot give one. */
async function sendPart({ request, reply }: Exchange, bytes: Buffer): Promise<FastifyReply> {
  const range = rangeOf(request.headers.range, bytes.length);
  reply.header('accept-ranges', 'bytes');
  if (range === undefined) return reply.send(bytes);
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
  const { from, to } = range;
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1));
}

export async function sendBytes({ request, reply }: Exchange, bytes: Buffer, type: string): Promise<FastifyReply> {
  reply.type(type);
  if (type.startsWith('audio/')) return sendPart({ request, reply }, bytes);
  const encoding =
    bytes.length > 1000 && isCompressible(type) ? chooseEncoding(request.headers['accept-encoding']) : undefined;
  if (encoding === undefined) return reply.send(bytes);
  return reply
    .headers({ vary: 'Accept-Encoding', 'content-encoding': encoding })
    .send(await compress(bytes, encoding, 'once'));
}

/** Sets the handler's cookies and, when a form was rendered in a new browser, the one its token is bound to. */
function setCookies(web: Web, { request, reply }: Exchange, cookies: readonly SetCookie[] = []): number {
  const own = visitOf(web, request).csrf.cookie();
  const all = own === undefined ? cookies : [...cookies, own];
  for (const cookie of all) reply.header('set-cookie', serializeCookie(cookie, web.https));
  return all.length;
}

function setDefault(reply: FastifyReply, name: string, value: string): void {
  if (!reply.hasHeader(name)) reply.header(name, value);
}

function disposition(fileName: string, inline: boolean): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** An address is made of what was asked for; letters that no header may hold are escaped, half a character becomes the sign for that. */
function inHeader(address: string): string {
  return address.replace(/[^\x21-\x7e]+/gu, (letters) => encodeURIComponent(Buffer.from(letters).toString()));
}
