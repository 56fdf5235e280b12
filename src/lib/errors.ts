// The one error class of the house. HTTP status and sentence are chosen in platform/http; nobody else knows them.

export const errorKinds = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'gone',
  'too_large',
  'too_many',
  'unavailable',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** One problem with one named field; `message` is already a sentence in the reader's language when it comes from the definition. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface ErrorDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldError[];
  readonly cause?: unknown;
}

/** A refusal with a stable code `module.snake_case`; thrown by services, mapped once in platform/http/errors.ts. */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldError[];

  constructor(kind: ErrorKind, code: string, details: ErrorDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.params = details.params ?? {};
    this.fields = details.fields ?? [];
  }
}
