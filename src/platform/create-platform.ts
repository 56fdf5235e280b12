import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Locale } from '../lib/locale.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Actor, Channel, Clock, Context, Db, Platform, Region } from './context.ts';
import { createSecrets, loadMasterSecret } from './crypto/secrets.ts';
import { type Signals, silentSignals } from './database/signals.ts';
import { createEventBus } from './events.ts';
import { createLocalFileStore } from './files/local-file-store.ts';
import { jobQueue } from './jobs/enqueue.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail/mailer.ts';
import { createOutboxMailer } from './mail/outbox-mailer.ts';
import { createSmtpMailer } from './mail/smtp-mailer.ts';

export interface PlatformOptions {
  readonly config: Config;
  readonly region: Region;
  readonly db: Db;
  readonly log: Log;
  readonly clock?: Clock | undefined;
  readonly mailer?: Mailer | undefined;
  readonly signals?: Signals | undefined;
}

/** Puts the plumbing together once per process. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, db, clock = systemClock } = options;
  const mailer =
    config.smtpUrl === undefined ? createOutboxMailer(db, clock) : createSmtpMailer(config.smtpUrl, config.mailFrom);
  return {
    config,
    region: options.region,
    db,
    clock,
    events: createEventBus(),
    files: createLocalFileStore(join(config.dataDir, 'files')),
    jobs: jobQueue,
    mailer: options.mailer ?? mailer,
    log: options.log,
    secrets: createSecrets(await loadMasterSecret(config)),
    signals: options.signals ?? silentSignals,
  };
}

export interface ContextOptions {
  readonly actor: Actor;
  readonly locale?: Locale;
  readonly channel?: Channel;
  readonly requestId?: string;
}

/** The context of one request, job or command. */
export function createContext(platform: Platform, options: ContextOptions): Context {
  return {
    ...platform,
    actor: options.actor,
    locale: options.locale ?? 'id',
    channel: options.channel ?? 'web',
    requestId: options.requestId ?? v7(),
  };
}
