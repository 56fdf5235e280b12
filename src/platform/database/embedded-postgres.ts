// One PostgreSQL cluster in a folder, run as a child of this process and reached through a Unix socket beside it.
import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startupError } from '../startup-error.ts';
import { type Connection, createClient } from './connection.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { launchPostgres, runInitdb, stopLeftover } from './postgres-process.ts';
import { choosePostgresUser, type PostgresUser } from './postgres-user.ts';

export interface EmbeddedPostgres {
  readonly connection: Connection;
  /** Fast shutdown: sessions end, a checkpoint is written, the process is gone. */
  stop(): Promise<void>;
  /** Called when the server ends without stop(). */
  onUnexpectedExit(listener: () => void): void;
}

export interface EmbeddedOptions {
  readonly folder: string; // the cluster is in <folder>/postgres
  readonly durable?: boolean; // false only for tests: no fsync
  readonly maxConnections?: number;
}

const socketPort = 5432; // only part of the socket's name: no network port is opened
const ownerLogin = 'loket24';

/** Starts (and on the first run makes) the cluster. The caller holds the lock of the folder: a server still running there is a leftover. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = findPostgresBinaries();
  await mkdir(options.folder, { recursive: true });
  const user = choosePostgresUser([options.folder, binaries.folder]);
  const cluster = join(options.folder, 'postgres');
  const socketFolder = socketFolderOf(options.folder);
  await stopLeftover(cluster);
  await rm(socketFolder, { recursive: true, force: true });
  await makePrivateFolder(socketFolder, user);
  await initialiseOnce(cluster, binaries, user);
  const settings = serverSettings({
    socketFolder,
    durable: options.durable ?? true,
    maxConnections: options.maxConnections ?? 60,
  });
  const connection: Connection = { host: socketFolder, port: socketPort, user: ownerLogin, database: 'postgres' };
  const process = await launchPostgres({ binaries, cluster, user, settings, isReady: () => canConnect(connection) });
  await writeFile(addressFile(options.folder), `${JSON.stringify(connection)}\n`, { mode: 0o600 });
  return {
    connection,
    onUnexpectedExit: process.onUnexpectedExit,
    async stop() {
      await rm(addressFile(options.folder), { force: true });
      await process.stop();
    },
  };
}

/** The address of the server that another process runs in this folder right now, for commands beside a running server. */
export async function findRunningPostgres(folder: string): Promise<Connection | undefined> {
  const stored = await readFile(addressFile(folder), 'utf8').catch(() => undefined);
  if (stored === undefined) return undefined;
  const connection = JSON.parse(stored) as Connection;
  return (await canConnect(connection)) ? connection : undefined;
}

function addressFile(folder: string): string {
  return join(folder, 'postgres.json');
}

async function canConnect(connection: Connection): Promise<boolean> {
  const client = createClient(connection);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

// The kernel allows 107 bytes for the path of a socket; a deep checkout gets a short folder under the temporary one.
function socketFolderOf(folder: string): string {
  const beside = join(folder, 'socket');
  if (Buffer.byteLength(beside) < 85) return beside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `loket24-${process.getuid?.() ?? 0}-${name}`);
}

// 0700 is what keeps other users out: inside, PostgreSQL trusts whoever can reach the socket.
async function makePrivateFolder(folder: string, user: PostgresUser): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
}

async function initialiseOnce(cluster: string, binaries: PostgresBinaries, user: PostgresUser): Promise<void> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    if (version.trim() === '18') return;
    throw startupError(
      `${cluster} was made by PostgreSQL ${version.trim()} and this program runs 18. Restore a backup into an empty DATA_DIR.`,
    );
  }
  // Made aside and renamed: an interrupted first start leaves nothing that looks like a cluster.
  const draft = `${cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await makePrivateFolder(draft, user);
  await runInitdb({ binaries, folder: draft, user, login: ownerLogin });
  await rename(draft, cluster);
}

function serverSettings(options: {
  socketFolder: string;
  durable: boolean;
  maxConnections: number;
}): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: options.socketFolder,
    port: String(socketPort),
    max_connections: String(options.maxConnections),
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    random_page_cost: '1.1', // solid-state disks
    jit: 'off',
    io_method: 'sync', // fewer processes; the working set is cached
    max_logical_replication_workers: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    // Statements and row values in the log would be citizens' data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}
