// The nouns of an answer. Every value is JSON-safe and has one canonical form whatever the channel sent.
import type { FieldError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Field } from '../schema.ts';

/** Areas by Kemendagri code ("73.72.01.1004"). `within` is true for an area inside, or equal to, the parent. */
export interface AreaLookup {
  has(code: string): boolean;
  name(code: string): string | undefined;
  within(code: string, parentCode: string): boolean;
}

/** What a question needs from the world. `today` is the office's calendar day, YYYY-MM-DD. */
export interface Env {
  readonly today: string;
  readonly locale: Locale;
  readonly areas: AreaLookup;
}

/** Inside a group the questions of a row may depend on answers given before the group. */
export interface FieldEnv extends Env {
  readonly answers?: Answers;
  readonly derived?: (answers: Answers) => Answers; // what follows from answers by table, for conditions of the next question
}

export interface AddressValue {
  readonly street: string;
  readonly area?: string;
  readonly rt?: string; // three digits
  readonly rw?: string;
  readonly landmark?: string;
}
export interface LocationValue {
  readonly lat: number;
  readonly lng: number;
}
export type Answer = string | number | boolean | readonly string[] | AddressValue | LocationValue | readonly Answers[];
export interface Answers {
  readonly [field: string]: Answer;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}
/** `at` names the wrong parts of an address or group, relative to the field ("rt", "0.nama"). */
export type Parsed<V> =
  | { readonly ok: true; readonly value: V; readonly warnings?: readonly Problem[] }
  | ({ readonly ok: false; readonly at?: readonly FieldError[] } & Problem);

export type JsonSchema = { readonly [key: string]: unknown };

/** What each field type can do. `parse` is only called with something in it; `holds` tells a stored value of this type. */
export interface FieldKind<V extends Answer> {
  parse(raw: unknown, field: Field, env: FieldEnv): Parsed<V>;
  holds(value: unknown): value is V;
  format(value: V, field: Field, env: Env): string;
  prompt(field: Field, env: Env): string;
  jsonSchema(field: Field): JsonSchema;
}

/** Own properties only: a field may be called `constructor`. */
export function answerOf(answers: Answers, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function partOf(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
