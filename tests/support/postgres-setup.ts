// Starts one PostgreSQL for the whole run (or uses TEST_DATABASE_URL) and migrates the template every test file clones.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Connection, createClient, parseConnection } from '../../src/platform/database/connection.ts';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { buildAssetsWhenStale } from './assets.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { readonly admin: Connection; readonly template: string };
  }
}

interface Shared {
  readonly started: Promise<{ admin: Connection; template: string; stop(): Promise<void> }>;
  users: number;
}
// The int and the e2e project both need it and each loads this file anew; the process has it once.
const holder = globalThis as { loket24TestPostgres?: Shared };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.loket24TestPostgres ??= { started: start(), users: 0 };
  const shared = holder.loket24TestPostgres;
  shared.users += 1;
  const { admin, template, stop } = await shared.started;
  project.provide('postgres', { admin, template });
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await stop();
  };
}

async function start(): Promise<{ admin: Connection; template: string; stop(): Promise<void> }> {
  const template = `loket24_template_${process.pid}`;
  const [server] = await Promise.all([startServer(), buildAssetsWhenStale()]);
  await run(server.admin, `create database ${template}`);
  await migrate({ ...server.admin, database: template });
  const stop = async () => {
    for (const database of [template, `${template}_loaded`, `${template}_loaded_unready`])
      await run(server.admin, `drop database if exists ${database} with (force)`);
    await server.stop();
  };
  return { admin: server.admin, template, stop };
}

async function startServer(): Promise<{ admin: Connection; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined) return { admin: parseConnection(url), stop: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'loket24-test-'));
  await chmod(folder, 0o755);
  const cluster = await startEmbeddedPostgres({ folder, durable: false, maxConnections: 200 });
  const stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { admin: cluster.connection, stop };
}

async function run(admin: Connection, statement: string): Promise<void> {
  const client = createClient(admin);
  await client.connect();
  await client.query(statement);
  await client.end();
}
