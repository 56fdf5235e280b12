import type { Locale } from '../lib/locale.ts';
import type { Command } from './command.ts';
import type { Context, Officer, Platform } from './context.ts';
import type { EventBus } from './events.ts';
import type { Route } from './http/define.ts';
import type { JobHandlers, Jobs } from './jobs/queue.ts';

/** Sentence for a code of AppError, by its params. */
export type ErrorSentences = Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>>;

/** Work that recurs; `cron` is the five usual fields in UTC. */
export interface Cron {
  readonly job: keyof Jobs;
  readonly cron: string;
}

/** What a browser or program shows to be an officer: the session cookie's value, or the key after `Authorization: Bearer`. */
export type Credentials = { readonly kind: 'session' | 'api-key'; readonly secret: string };
export type OfficerResolver = (platform: Platform, credentials: Credentials) => Promise<Officer | undefined>;

export interface LoadOptions {
  /** What was changed in the running system gives way to the files. */
  readonly overwrite: boolean;
}

/** What a module gives the composition root. */
export interface Module {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly jobs?: JobHandlers;
  readonly crons?: readonly Cron[];
  /** Subscribes to events of lower modules; called once at start. */
  readonly listen?: (events: EventBus, platform: Platform) => void;
  readonly errors?: { readonly [L in Locale]: ErrorSentences };
  readonly commands?: readonly Command[];
  /** Turns a session cookie or an API key into the officer; exactly one module (identity) gives it. */
  readonly resolveOfficer?: OfficerResolver;
  /** Loads its part of regions/<id> into the database; must be safe to repeat. Runs in one transaction over all modules. */
  readonly loadRegion?: (ctx: Context, dir: string, options: LoadOptions) => Promise<void>;
}
