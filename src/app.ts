// The visible list of what is set up, in order. Entry points and tests build the same thing.
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ErrorPage as CityErrorPage } from './error-page.tsx';
import { modules as allModules } from './modules.ts';
import type { Config } from './platform/config.ts';
import type { Clock, Platform, Region } from './platform/context.ts';
import { createPlatform } from './platform/create-platform.ts';
import type { Connection } from './platform/database/connection.ts';
import { listMigrations, missingMigrations } from './platform/database/migrate.ts';
import { type AppDatabase, openAppDatabase } from './platform/database/open-database.ts';
import { createSignals } from './platform/database/signals.ts';
import type { ErrorPage } from './platform/http/error-page.tsx';
import { createMetrics, type Metrics } from './platform/http/metrics.ts';
import { createHttpServer } from './platform/http/server.ts';
import type { ReadinessCheck } from './platform/http/status-routes.ts';
import { type JobWorker, startWorker } from './platform/jobs/worker.ts';
import type { Log } from './platform/log.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import type { Module } from './platform/module.ts';
import { isRegionLoaded, loadRegion } from './platform/region-load.ts';
import { projectRoot } from './platform/root.ts';

export interface AppOptions {
  readonly config: Config;
  readonly region: Region;
  readonly owner: Connection;
  readonly log: Log;
  readonly clock?: Clock | undefined;
  readonly mailer?: Mailer | undefined;
  readonly modules?: readonly Module[] | undefined;
  readonly errorPage?: ErrorPage | undefined;
}

export interface App {
  readonly platform: Platform;
  readonly modules: readonly Module[];
  readonly metrics: Metrics;
  readonly pool: AppDatabase['pool'];
  /** Loads regions/<region> unless this content is loaded already. */
  loadRegion(options?: { force: boolean }): Promise<boolean>;
  createServer(): Promise<FastifyInstance>;
  startWorker(options: { alone: boolean }): Promise<JobWorker>;
  close(): Promise<void>;
}

/** Puts the platform and the modules together on a migrated database. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config, region, owner, log, modules = allModules } = options;
  const database = openAppDatabase(owner, { region: region.id, max: config.databasePoolSize });
  const migrations = await listMigrations();
  const metrics = createMetrics();
  metrics.gauge('database_pool_connections', () => database.pool.totalCount);
  metrics.gauge('database_pool_idle', () => database.pool.idleCount);
  metrics.gauge('database_pool_waiting', () => database.pool.waitingCount);
  const signals = createSignals(database.pool, region.id);
  const platform = await createPlatform({
    config,
    region,
    db: database.db,
    log,
    clock: options.clock,
    mailer: options.mailer,
    signals,
  });
  for (const module of modules) module.listen?.(platform.events, platform);
  return {
    platform,
    modules,
    metrics,
    pool: database.pool,
    loadRegion: ({ force } = { force: false }) => loadRegion(platform, modules, { force }),
    createServer: () =>
      createHttpServer({
        platform,
        modules,
        metrics,
        assetFolder: join(projectRoot, 'dist', 'assets'),
        readiness: readinessChecks(platform, database.pool, migrations),
        errorPage: options.errorPage ?? CityErrorPage,
      }),
    startWorker: ({ alone }) => startWorker({ platform, modules, owner, metrics, alone }),
    close: () => {
      signals.close();
      return database.close();
    },
  };
}

function readinessChecks(platform: Platform, pool: AppDatabase['pool'], expected: readonly string[]): ReadinessCheck[] {
  return [
    { name: 'database', check: async () => void (await pool.query('select 1')) },
    { name: 'migrations', check: async () => ensure((await missingMigrations(pool, expected)).length === 0) },
    { name: 'region', check: async () => ensure(await isRegionLoaded(platform)) },
  ];
}

function ensure(holds: boolean): void {
  if (!holds) throw new Error('not yet');
}
