// One call to another server over HTTP, with a time limit and a largest answer. It never throws; what matters afterwards is whether the
// other side can have got what was sent.
import { readErrors, type TheirError } from './read.ts';
import { type Fields, fieldsOf } from './scalars.ts';
import { readTree, type Tree } from './tree.ts';

export interface Endpoint {
  readonly url: string; // without a trailing slash
  readonly key: string | undefined;
  readonly jurisdiction: string | undefined;
  readonly format: 'xml' | 'json';
  readonly offsetMinutes: number; // of dates without a zone
  readonly patienceMilliseconds: number;
}
/**
 * `answered`: a document of the standard. `unreachable`: it surely got nothing. `busy`: it asks to come again. `refused`: it says no, with
 * its sentences. `unclear`: it may have got it and may have acted on it.
 */
export type Answer =
  | { readonly kind: 'answered'; readonly tree: Tree }
  | { readonly kind: 'refused'; readonly status: number; readonly errors: readonly TheirError[] }
  | { readonly kind: 'unreachable' | 'busy' | 'unclear'; readonly problem: Problem };
export type Problem = 'unreachable' | 'busy' | 'timeout' | 'cut' | 'unreadable' | 'server-error';
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

const largestAnswer = 8 * 1024 * 1024;
const accepts = { xml: 'text/xml, application/xml', json: 'application/json' } as const;

export function get(endpoint: Endpoint, path: string, parameters: Parameters = {}): Promise<Answer> {
  return ask(endpoint, `${path}.${endpoint.format}`, withJurisdiction(endpoint, parameters));
}

/** An address of its own (discovery), not under the endpoint. */
export function getAt(endpoint: Endpoint, url: string): Promise<Answer> {
  return call(endpoint, url, { method: 'GET' });
}

/** With the key. The jurisdiction goes into the query as well: servers look for it in one place or the other. */
export function post(endpoint: Endpoint, path: string, parameters: Parameters): Promise<Answer> {
  const body = withJurisdiction(endpoint, { ...parameters, api_key: endpoint.key });
  const query = encoded({ jurisdiction_id: endpoint.jurisdiction });
  return call(endpoint, `${endpoint.url}/${path}.${endpoint.format}${query === '' ? '' : `?${query}`}`, {
    method: 'POST',
    body: encoded(body),
  });
}

function ask(endpoint: Endpoint, file: string, parameters: Parameters): Promise<Answer> {
  const query = encoded(parameters);
  return call(endpoint, `${endpoint.url}/${file}${query === '' ? '' : `?${query}`}`, { method: 'GET' });
}

function withJurisdiction({ jurisdiction }: Endpoint, parameters: Parameters): Parameters {
  return jurisdiction === undefined ? parameters : { ...parameters, jurisdiction_id: jurisdiction };
}

function encoded(parameters: Parameters): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    for (const one of value === undefined ? [] : [value].flat()) form.append(name, one);
  return form.toString();
}

interface Sending {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
}
async function call(endpoint: Endpoint, url: string, { method, body }: Sending): Promise<Answer> {
  const signal = AbortSignal.timeout(endpoint.patienceMilliseconds);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: accepts[endpoint.format],
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
      },
      ...(body === undefined ? {} : { body }),
      // A report goes to the address that was agreed on, nowhere else.
      redirect: method === 'POST' ? 'error' : 'follow',
      signal,
    });
    return judge(response.status, await textOf(response));
  } catch (error) {
    if (signal.aborted) return { kind: 'unclear', problem: 'timeout' };
    return neverLeft(error) ? { kind: 'unreachable', problem: 'unreachable' } : { kind: 'unclear', problem: 'cut' };
  }
}

/** What a status and a body say. A page for people instead of a document says nothing, whatever its status. */
export function judge(status: number, body: string | undefined): Answer {
  const tree = body === undefined ? undefined : readTree(body);
  if (status === 429 || status === 503) return { kind: 'busy', problem: 'busy' };
  if (status >= 500) return { kind: 'unclear', problem: 'server-error' };
  if (status >= 400) return { kind: 'refused', status, errors: readErrors(tree) };
  if (status < 200 || status >= 300 || tree === undefined) return { kind: 'unclear', problem: 'unreadable' };
  // Some servers send their errors document with 200.
  const errors = isErrors(tree) ? readErrors(tree) : [];
  return errors.length > 0 ? { kind: 'refused', status, errors } : { kind: 'answered', tree };
}

/** A list of sentences with codes, and nothing that names a request or a service. */
function isErrors(tree: Tree): boolean {
  if (!Array.isArray(tree)) return Object.hasOwn(fieldsOf(tree), 'errors');
  return (
    tree.length > 0 &&
    tree.map(fieldsOf).every((one) => Object.hasOwn(one, 'code') && hasOnly(one, ['code', 'description']))
  );
}
const hasOnly = (fields: Fields, names: readonly string[]): boolean =>
  Object.keys(fields).every((name) => names.includes(name));

async function textOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > largestAnswer) return undefined; // leaving the loop cancels the rest
  }
  return text;
}

const beforeSending: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
]);
/** True when no connection was made at all. An unsafe certificate ends before anything is sent, too. */
function neverLeft(error: unknown): boolean {
  const causes = causesOf(error);
  return causes.some((code) => beforeSending.has(code) || /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL/.test(code));
}

function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const many = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [...own, ...many, ...causesOf(error.cause)];
}
