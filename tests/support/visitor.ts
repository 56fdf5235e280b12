// A person with a browser that runs no scripts: keeps cookies, follows redirects, fills in the forms it is shown.
import type { FastifyInstance, InjectOptions } from 'fastify';

export interface Seen {
  readonly status: number;
  readonly path: string; // after redirects
  readonly body: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}
export type Values = Readonly<Record<string, string | Blob | readonly (string | Blob)[] | undefined>>;
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Seen>;
  /** Sends the page's form that goes to `action` (default: its only form) with these values over the ones it holds. */
  submit(page: Seen, values?: Values, options?: { action?: RegExp; follow?: boolean }): Promise<Seen>;
  /** Sends anything anywhere, without following what comes back. */
  send(options: InjectOptions): Promise<Seen>;
}

export function createVisitor(server: FastifyInstance, given: { language?: string; ip?: string } = {}): Visitor {
  const cookies = new Map<string, string>();
  const { language = 'id', ip = '127.0.0.1' } = given;

  async function send(options: InjectOptions): Promise<Seen> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await server.inject({
      remoteAddress: ip,
      ...options,
      headers: { 'accept-language': language, ...(cookie ? { cookie } : {}), ...options.headers },
    });
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    const path = typeof options.url === 'string' ? options.url : '';
    return {
      status: answer.statusCode,
      path,
      body: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    };
  }

  async function follow(seen: Seen): Promise<Seen> {
    let now = seen;
    for (let hop = 0; hop < 8 && now.status === 303; hop++)
      now = await send({ method: 'GET', url: String(now.headers.location).split('#')[0] ?? '/' });
    return now;
  }

  return {
    cookies,
    send,
    get: async (path, headers = {}) => follow(await send({ method: 'GET', url: path, headers })),
    async submit(page, values = {}, options = {}) {
      const form = formOf(page, options.action);
      const { payload, type } = form.multipart ? await multipart(form, values) : urlencoded(form, values);
      const seen = await send({
        method: 'POST',
        url: form.action,
        payload,
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
      });
      return options.follow === false ? seen : follow(seen);
    },
  };
}

interface ShownForm {
  readonly action: string;
  readonly multipart: boolean;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The form of a page with what it would send as it stands. */
export function formOf(page: Seen, action?: RegExp): ShownForm {
  const forms = [...page.body.matchAll(/<form\b[^>]*\bmethod="post"[^>]*>[\s\S]*?<\/form>/gi)].map(([text]) => text);
  const main = forms.filter((form) => !/action="\/tampilan/.test(form));
  const wanted = action ? forms.find((form) => action.test(attribute(form, 'action') ?? '')) : main[0];
  if (wanted === undefined) throw new Error(`no form for ${String(action)} on ${page.path} (${page.status})`);
  const values = new Map<string, string[]>();
  for (const [name, value] of [...inputsOf(wanted), ...textsOf(wanted), ...selectsOf(wanted)])
    values.set(name, [...(values.get(name) ?? []), value]);
  return {
    action: attribute(wanted, 'action') ?? page.path,
    multipart: /^<form[^>]*multipart\/form-data/i.test(wanted),
    values,
  };
}

type Pair = readonly [name: string, value: string];
const named = (tag: string): string => attribute(tag, 'name') ?? '';

function inputsOf(form: string): Pair[] {
  return [...form.matchAll(/<input\b(?:[^>"]|"[^"]*")*>/gi)].flatMap(([tag]): Pair[] => {
    const type = attribute(tag, 'type') ?? 'text';
    const unticked = ['radio', 'checkbox'].includes(type) && !/\schecked\b/.test(tag);
    const skipped = unticked || ['submit', 'file', 'button'].includes(type) || named(tag) === '';
    return skipped ? [] : [[named(tag), attribute(tag, 'value') ?? '']];
  });
}

function textsOf(form: string): Pair[] {
  const found = [...form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/gi)];
  return found.map(([tag, text = '']) => [named(tag), unescapeHtml(text)]);
}

function selectsOf(form: string): Pair[] {
  return [...form.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>/gi)].map(([tag]) => {
    const chosen = /<option\b[^>]*\sselected\b[^>]*>/i.exec(tag)?.[0];
    return [named(tag), chosen ? (attribute(chosen, 'value') ?? '') : ''];
  });
}

function attribute(tag: string, name: string): string | undefined {
  // A quoted value may hold a ">" of its own.
  const head = /^<(?:[^>"]|"[^"]*")*>/.exec(tag)?.[0] ?? tag;
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(head)?.[1];
  return found === undefined ? undefined : unescapeHtml(found);
}

export function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function merged(form: ShownForm, values: Values): (readonly [string, string | Blob])[] {
  const kept = [...form.values].filter(([name]) => !(name in values));
  return [
    ...kept.flatMap(([name, all]) => all.map((value) => [name, value] as const)),
    ...Object.entries(values).flatMap(([name, value]) => {
      const all = value === undefined ? [] : typeof value === 'string' || value instanceof Blob ? [value] : value;
      return all.map((one) => [name, one] as const);
    }),
  ];
}

function urlencoded(form: ShownForm, values: Values): { payload: string; type: string } {
  const body = new URLSearchParams(
    merged(form, values).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
  return { payload: body.toString(), type: 'application/x-www-form-urlencoded' };
}

async function multipart(form: ShownForm, values: Values): Promise<{ payload: Buffer; type: string }> {
  const body = new FormData();
  for (const [name, value] of merged(form, values)) {
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, value, value instanceof File ? value.name : 'berkas');
  }
  return encodeForm(body);
}

/** A FormData as it travels. */
export async function encodeForm(body: FormData): Promise<{ payload: Buffer; type: string }> {
  const sent = new Response(body);
  return {
    payload: Buffer.from(await sent.arrayBuffer()),
    type: sent.headers.get('content-type') ?? '',
  };
}

/** What a page says, without its markup. */
export function textOf(page: Seen): string {
  return unescapeHtml(page.body.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(
    /\s+/g,
    ' ',
  );
}
