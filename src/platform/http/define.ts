// How a module declares its routes. `access` has no default on purpose: tests/architecture checks every route names one.
import type { VNode } from 'preact';
import type { z } from 'zod';
import type { AppError, FieldError } from '../../lib/errors.ts';
import type { PageFrame } from '../../ui/frame.ts';
import type { Context, Permission } from '../context.ts';

/** public: anybody. token: the secret in the URL is the proof (handler checks it). officer: a session or an API key of an officer. */
export type Access =
  | { kind: 'public' }
  | { kind: 'token' }
  | { kind: 'officer'; permission?: Permission | readonly Permission[] }; // one of several is enough

export interface UploadedFile {
  readonly field: string;
  readonly fileName: string;
  readonly path: string; // temporary file, removed after the response
  readonly size: number;
}
export interface RateLimit {
  readonly name: string;
  readonly max: number;
  readonly perSeconds: number;
  /** A limit on sheer volume leaves the machine itself alone (operators, measurements); limits on guessing never do. */
  readonly sparesLoopback?: boolean;
}
/** Counts only requests that end in this error: whoever guesses is slowed down, whoever knows never is. */
export interface MissLimit extends RateLimit {
  readonly code: string;
}
/** A refusal that was written down earlier, by its code alone. */
interface Noted {
  readonly noted: string;
}
export interface Incoming<P = unknown, Q = unknown, B = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly files: readonly UploadedFile[];
  readonly rawBody: string; // JSON as it came, of a `signed` route; else empty
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly ip: string;
  readonly frame: PageFrame; // what every page shell needs
  /** The reader's sentence for an error of any module, for pages that show a refused form again. */
  readonly sentence: (error: AppError | Noted) => string;
}
export interface SetCookie {
  readonly name: string;
  readonly value: string; // '' clears
  readonly maxAgeSeconds?: number;
}
interface ReplyExtras {
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly SetCookie[];
}
export type Reply = ReplyExtras &
  (
    | { readonly kind: 'html'; readonly view: VNode; readonly status?: number }
    | { readonly kind: 'redirect'; readonly to: string } // always 303
    | { readonly kind: 'json'; readonly body: unknown; readonly status?: number }
    | {
        readonly kind: 'bytes';
        readonly body: Uint8Array | string;
        readonly type: string;
        readonly fileName?: string;
        readonly inline?: boolean;
        readonly status?: number;
      }
    | { readonly kind: 'events'; readonly open: (stream: EventStream) => () => void } // server-sent events
  );
/** An open line to one browser. `open` returns what to do when the line is cut, from whichever end. */
export interface EventStream {
  send(event: string, text?: string): void;
}
export const html = (view: VNode, status = 200): Reply => ({ kind: 'html', view, status });
export const redirect = (to: string, extras: ReplyExtras = {}): Reply => ({ kind: 'redirect', to, ...extras });
export const json = (body: unknown, status = 200): Reply => ({ kind: 'json', body, status });

type Out<S> = S extends z.ZodType ? z.infer<S> : unknown;
export interface RouteOptions<P, Q, B> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly multipart?: { readonly maxFiles: number; readonly maxBytes: number }; // maxBytes is per file
  readonly rateLimit?: RateLimit;
  readonly missLimit?: MissLimit;
  /** Another system proves itself by a signature over the bytes; the handler checks it, and no key of ours is looked for. */
  readonly signed?: true;
  /** Any other site may show this page in a frame: it holds no form and sets no cookie. */
  readonly framed?: true;
  /** The page shows a map: pictures may come from the tile server of the settings, and from no other. */
  readonly tiles?: true;
  /**
   * For a public GET page that depends only on its URL, the reader's display settings and this value: it is kept rendered
   * and compressed for a minute, and a new value shows at once. Not kept when the page holds a form (reads frame.csrf).
   */
  readonly revision?: (ctx: Context) => Promise<string>;
  readonly handle: (ctx: Context, incoming: Incoming<Out<P>, Out<Q>, Out<B>>) => Promise<Reply>;
}
/** An HTML route. POST pages always carry a CSRF token. */
export interface PageRoute {
  readonly surface: 'page';
  readonly options: RouteOptions<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>;
}
/** A JSON route under /api/v1; `response` feeds OpenAPI. Errors are problem+json. */
export interface ApiRoute {
  readonly surface: 'api';
  readonly options: RouteOptions<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined> & {
    readonly summary: string;
    readonly tag: string;
    readonly response: z.ZodType;
    readonly successStatus?: number;
  };
}
/** What was refused, as a standard's own document says it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly sentence: string;
  readonly fields: readonly FieldError[];
}
/**
 * A route that speaks a standard of others (Open311). Nobody is known by session or form token here: programs prove themselves as the standard says,
 * and refusals have the standard's form.
 */
export interface ProtocolRoute {
  readonly surface: 'protocol';
  readonly options: RouteOptions<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined> & {
    readonly refuse: (refusal: Refusal, url: string) => Reply;
  };
}
export type Route = PageRoute | ApiRoute | ProtocolRoute;

export function definePage<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(options: RouteOptions<P, Q, B>): PageRoute {
  // The handler's precise types are checked at the call; the registry only needs the general shape.
  return { surface: 'page', options: options as unknown as PageRoute['options'] };
}
export function defineApi<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  options: RouteOptions<P, Q, B> & { summary: string; tag: string; response: z.ZodType; successStatus?: number },
): ApiRoute {
  return { surface: 'api', options: options as unknown as ApiRoute['options'] };
}
export function defineProtocol<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(options: RouteOptions<P, Q, B> & { refuse: ProtocolRoute['options']['refuse'] }): ProtocolRoute {
  return { surface: 'protocol', options: options as unknown as ProtocolRoute['options'] };
}
