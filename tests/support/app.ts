import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type App, buildApp } from '../../src/app.ts';
import { type Config, loadConfig } from '../../src/platform/config.ts';
import type { Actor, Channel, Context, Platform, Region } from '../../src/platform/context.ts';
import { createContext } from '../../src/platform/create-platform.ts';
import type { JobWorker } from '../../src/platform/jobs/worker.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Mailer } from '../../src/platform/mail/mailer.ts';
import type { Module } from '../../src/platform/module.ts';
import { readRegion } from '../../src/platform/region.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { loadedTemplate } from './loaded-template.ts';

export interface TestAppOptions {
  readonly clock?: TestClock;
  readonly region?: string | Region; // default parepare
  readonly modules?: readonly Module[]; // default: those of src/modules.ts
  readonly loadRegion?: boolean; // default false: an empty, migrated database
  readonly listen?: boolean; // default false: only inject(); true opens a port for a browser
  readonly worker?: boolean; // default false: jobs stay in the queue
  readonly mailer?: Mailer;
  readonly config?: Partial<Config>;
}
export interface TestApp {
  readonly app: App;
  readonly platform: Platform;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly fastify: FastifyInstance;
  readonly url: string; // http://127.0.0.1:<port> when listening
  /** A context as service functions get it; default actor: the system. */
  ctx(actor?: Actor, more?: { channel?: Channel; locale?: 'id' | 'en' }): Context;
  close(): Promise<void>;
}

/** The whole application on its own database and data folder. Close it in afterAll. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { clock = createTestClock() } = options;
  const region = typeof options.region === 'object' ? options.region : await readRegion(options.region ?? 'parepare');
  // The usual region with the usual modules is loaded once for the whole run and copied; everything else loads for itself.
  const usual = options.loadRegion === true && !options.region && !options.modules && !options.config;
  const database = await createTestDatabase(usual ? await loadedTemplate(loadInto) : undefined);
  const dataDir = await mkdtemp(join(tmpdir(), 'loket24-app-'));
  await chmod(dataDir, 0o755);
  const config: Config = {
    ...loadConfig({
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      REGION: region.id,
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    }),
    ...options.config,
  };
  const { modules, mailer } = options;
  const app = await buildApp({
    config,
    region,
    owner: database.owner,
    log: createLog(config.logLevel),
    clock,
    modules,
    mailer,
  });
  if (options.loadRegion && !usual) await app.loadRegion();
  const fastify = await app.createServer();
  const url = options.listen ? await fastify.listen({ host: '127.0.0.1', port: 0 }) : 'http://127.0.0.1';
  const worker: JobWorker | undefined = options.worker ? await app.startWorker({ alone: true }) : undefined;
  return {
    app,
    platform: app.platform,
    clock,
    database,
    fastify,
    url,
    ctx: (actor = { kind: 'system', name: 'test' }, more = {}) => createContext(app.platform, { actor, ...more }),
    async close() {
      await worker?.stop();
      await fastify.close();
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Loads the region into a fresh database at a moment before any test's clock. */
async function loadInto(owner: TestDatabase['owner']): Promise<void> {
  const config: Config = { ...loadConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), dataDir: tmpdir() };
  const region = await readRegion('parepare');
  const clock = createTestClock('2026-01-02T08:00:00+08:00');
  const app = await buildApp({ config, region, owner, log: createLog('silent'), clock });
  await app.loadRegion();
  await app.close();
}
