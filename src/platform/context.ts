// What every service function gets first. Built per request, per job and per CLI command; nothing else is global.
import type { Kysely } from 'kysely';
import type { Locale } from '../lib/locale.ts';
import type { Config } from './config.ts';
import type { Secrets } from './crypto/secrets.ts';
import type { Signals } from './database/signals.ts';
import type { Database } from './database/tables.generated.ts';
import type { EventBus } from './events.ts';
import type { FileStore } from './files/file-store.ts';
import type { JobQueue } from './jobs/queue.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail/mailer.ts';

export type Db = Kysely<Database>;
export interface Clock {
  now(): Date;
}
export const channels = ['web', 'counter', 'phone', 'chat', 'api', 'paper', 'sp4n'] as const;
export type Channel = (typeof channels)[number];

/** Plh. while the official is away, Plt. while the post is vacant, a.n. in the official's name. */
export const actingKinds = ['plh', 'plt', 'an'] as const;
/** By which instrument somebody stands in another's place; written into what he does, and printed on what he signs. */
export interface ActingFor {
  readonly id: string; // of the delegation
  readonly kind: (typeof actingKinds)[number];
  readonly post: string; // "Lurah Lompoe"
  readonly officerId?: string | undefined; // whose place it is; absent when the post is vacant
  readonly instrument: { readonly number: string; readonly date: string };
  readonly until: string; // last day, 'YYYY-MM-DD'
}
export interface Membership {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly role: string; // a role id of the definitions: petugas, verifikator, kasi, lurah, camat, kadis...
  readonly acting?: ActingFor | undefined; // held for some days by a delegation
}
export const permissions = ['inbox', 'admin', 'author', 'publish', 'treasury'] as const;
export type Permission = (typeof permissions)[number];
export interface Officer {
  readonly kind: 'officer';
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly title: string;
  readonly memberships: readonly Membership[];
  readonly permissions: readonly Permission[];
  readonly via: 'session' | 'api-key';
}
/** Somebody holding a case's tracking code or a draft's link; the code itself is the proof. */
export interface Applicant {
  readonly kind: 'applicant';
}
export interface Anonymous {
  readonly kind: 'anonymous';
}
export interface System {
  readonly kind: 'system';
  readonly name: string;
}
export type Actor = Officer | Applicant | Anonymous | System;

export interface Region {
  readonly id: string; // 'parepare'
  readonly code: string; // '73.72'
  readonly name: string; // 'Kota Parepare'
  readonly timezone: string; // 'Asia/Makassar'
  readonly zoneLabel: 'WIB' | 'WITA' | 'WIT';
  readonly dir: string; // where its content was loaded from
  readonly phone?: string | undefined; // call centre printed on every page
}

/** The process's plumbing, made once in app.ts; modules reach it only through the context. */
export interface Platform {
  readonly config: Config;
  readonly region: Region;
  readonly db: Db; // app role, row-level security set to the region
  readonly clock: Clock;
  readonly events: EventBus;
  readonly files: FileStore;
  readonly jobs: JobQueue;
  readonly mailer: Mailer;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly signals: Signals;
}

export interface Context extends Platform {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly channel: Channel;
  readonly requestId: string;
}
