// From whatever was thrown to one status, one stable code and one sentence. Pages and the API share it.
import type { FieldError } from '../../lib/errors.ts';
import { AppError, type ErrorKind } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import type { ErrorSentences, Module } from '../module.ts';
import { systemCode } from '../startup-error.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly sentence: string;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;
  /** Not foreseen by anybody: the log must show it. */
  readonly unexpected: boolean;
}
export type Sentences = (
  code: string,
  locale: Locale,
  params: Readonly<Record<string, string | number>>,
) => string | undefined;

const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};
const codeOfStatus: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  404: 'request.not_found',
  406: 'request.malformed',
  408: 'request.timeout',
  413: 'request.too_large',
  415: 'request.media_type',
  503: 'platform.stopping',
};

/** Looks a code up in the modules' messages, then in the platform's own. */
export function createSentences(modules: readonly Module[]): Sentences {
  const own: Readonly<Record<Locale, ErrorSentences>> = { id: id.errors, en: en.errors };
  return (code, locale, params) => {
    const written = modules.map((module) => module.errors?.[locale]?.[code]).find((sentence) => sentence !== undefined);
    return (written ?? own[locale][code])?.(params);
  };
}

export function toProblem(
  error: unknown,
  options: { sentences: Sentences; locale: Locale; reference: string },
): Problem {
  const { status, code, params, fields, unexpected } = classify(error, options.reference);
  const sentence =
    options.sentences(code, options.locale, params) ??
    options.sentences(status >= 500 ? 'platform.unexpected' : fallbackCode(status), options.locale, {
      ...params,
      reference: options.reference,
    }) ??
    code;
  const seconds = params.seconds;
  const told = typeof seconds === 'number' ? seconds : undefined;
  const retryAfterSeconds = status === 429 ? told : status === 503 ? (told ?? 10) : undefined;
  return { status, code, sentence, fields, retryAfterSeconds, unexpected };
}

interface Classified {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldError[];
  readonly unexpected: boolean;
}

function classify(error: unknown, reference: string): Classified {
  if (error instanceof AppError) {
    const status = statusOfCode[error.code] ?? statusOfKind[error.kind];
    return { status, code: error.code, params: error.params, fields: error.fields, unexpected: false };
  }
  const [status, code] = statusAndCode(error);
  return { status, code, params: { reference }, fields: [], unexpected: status >= 500 };
}

// A request nobody can read is 400; one that reads well but breaks a rule is 422.
const statusOfCode: Readonly<Record<string, number>> = { 'request.malformed': 400, 'request.media_type': 415 };

function statusAndCode(error: unknown): readonly [number, string] {
  if (isDatabaseUnavailable(error)) return [503, 'platform.database_unavailable'];
  const system = systemCode(error) ?? '';
  if (['ENOSPC', 'EDQUOT', '53100'].includes(system)) return [503, 'platform.disk_full'];
  if (['40001', '40P01'].includes(system)) return [409, 'platform.try_again'];
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  const code = typeof status === 'number' ? codeOfStatus[status] : undefined;
  if (typeof status !== 'number' || code === undefined) return [500, 'platform.unexpected'];
  return [status === 406 ? 400 : status, code];
}

function fallbackCode(status: number): string {
  if (status === 401) return 'request.unauthenticated';
  if (status === 403) return 'request.forbidden';
  if (status === 404 || status === 410) return 'request.not_found';
  if (status === 409) return 'platform.try_again';
  if (status === 429) return 'request.too_many';
  return codeOfStatus[status] ?? 'request.invalid';
}

// PostgreSQL classes 08 (connection), 57P (operator intervention), 53300 (no free connection) and a broken socket.
const unavailable = /^(08...|57P0\d|53300|ECONNREFUSED|ECONNRESET|ENOTCONN|EPIPE)$/;
const unavailableText =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/;

/** The database cannot be reached just now; the next request may succeed. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = systemCode(error) ?? '';
  const socketGone = code === 'ENOENT' && Reflect.get(error, 'syscall') === 'connect';
  return unavailable.test(code) || socketGone || unavailableText.test(error.message);
}

/** RFC 9457. */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  return {
    type: `urn:loket24:error:${problem.code}`,
    title: problem.sentence,
    status: problem.status,
    code: problem.code,
    errors: problem.fields,
    requestId,
  };
}
