// Starting a server process, step by step. Every step that must be undone says so.
import { mkdir } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { type App, buildApp } from './app.ts';
import { localDateOf } from './lib/dates/local-date.ts';
import { withPartnerSimulator } from './modules/federation/index.ts';
import { withRegisterSimulator } from './modules/registers/index.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, loadConfig, localUrl } from './platform/config.ts';
import { migrate } from './platform/database/migrate.ts';
import { type DatabaseServer, findDatabase, startDatabase } from './platform/database/open-database.ts';
import { lockDataFolder } from './platform/lifecycle/instance-lock.ts';
import { runProcess, type UndoStack } from './platform/lifecycle/run-process.ts';
import { createLog, type Log } from './platform/log.ts';
import { readRegion } from './platform/region.ts';
import { startupError, systemCode } from './platform/startup-error.ts';

export interface Parts {
  readonly web: boolean;
  readonly worker: boolean;
}

const drainMilliseconds = 25_000;

export function runServer(parts: Parts): Promise<void> {
  return runProcess((undo) => start(parts, undo));
}

async function start(parts: Parts, undo: UndoStack): Promise<void> {
  const settings = loadConfig();
  const region = await readRegion(settings.region);
  const registers = await withRegisterSimulator(settings, () => localDateOf(systemClock.now(), region.timezone));
  undo.push(registers.close);
  const { config, close } = await withPartnerSimulator(registers.config, () => systemClock.now());
  undo.push(close);
  const log = createLog(config.logLevel);
  await mkdir(config.dataDir, { recursive: true });
  const alone = parts.web && parts.worker && config.databaseUrl === undefined;
  const database = await openDatabase(config, { alone, log, undo });
  await migrate(database.owner);
  const app = await buildApp({ config, region, owner: database.owner, log });
  undo.push(() => app.close());
  await app.loadRegion();
  if (parts.worker) {
    const worker = await app.startWorker({ alone });
    undo.push(() => worker.stop());
  }
  if (parts.web) await listen(app, undo);
  else say(`Loket24 worker for ${region.name} is running. Stop it with Ctrl-C.`);
}

// One process owns the embedded database; a second web or worker process beside it only connects.
async function openDatabase(
  config: Config,
  options: { alone: boolean; log: Log; undo: UndoStack },
): Promise<DatabaseServer> {
  if (!options.alone) {
    const found = await findDatabase(config);
    if (found !== undefined) return found;
    throw startupError(
      'Start web and worker apart only with DATABASE_URL, or beside a running `npm start` on the same DATA_DIR.',
    );
  }
  const lock = await lockDataFolder(config.dataDir, 'server');
  options.undo.push(() => lock.release());
  const database = await startDatabase(config, options.log);
  options.undo.push(() => database.stop());
  return database;
}

async function listen(app: App, undo: UndoStack): Promise<void> {
  const { host, port } = app.platform.config;
  const server = await app.createServer();
  undo.push(() => drain(server));
  await server.listen({ host, port }).catch((error: unknown) => {
    throw listenError(error, host, port);
  });
  const address = server.server.address();
  const url = typeof address === 'object' && address !== null ? localUrl(host, address.port) : localUrl(host, port);
  say(`Loket24 is ready: ${url} (${app.platform.region.name})`);
  say('Log-in link for an officer: npm run -s loket24 -- login-link --as admin');
  say('Stop with Ctrl-C.');
}

// New connections are refused at once; requests in hand get their answer. A browser keeps its connection open after that,
// so those that fell idle are closed again and again.
async function drain(server: FastifyInstance): Promise<void> {
  const idle = setInterval(() => server.server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => server.server.closeAllConnections(), drainMilliseconds);
  await server.close();
  clearInterval(idle);
  clearTimeout(impatience);
}

function listenError(error: unknown, host: string, port: number): unknown {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is in use by another program. Stop it, or set PORT to another number.`,
    EACCES: `This user may not open port ${port} on ${host}. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `The address ${host} does not belong to this machine. Correct HOST.`,
    ENOTFOUND: `The host name ${host} is not known. Correct HOST.`,
  };
  const sentence = sentences[systemCode(error) ?? ''];
  return sentence === undefined ? error : startupError(sentence, error);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
