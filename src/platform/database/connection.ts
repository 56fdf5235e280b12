// Where a PostgreSQL is, and how pg is told to reach it.
import pg from 'pg';
import { instantOf } from './instants.ts';

export interface Connection {
  readonly host: string; // a name, an address or the folder of a Unix socket
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl?: pg.ConnectionConfig['ssl'];
}

/** The connection of a `postgresql://` address. */
export function parseConnection(url: string): Connection {
  const client = new pg.Client({ connectionString: url });
  return {
    host: client.host,
    port: client.port,
    user: client.user ?? 'postgres',
    database: client.database ?? client.user ?? 'postgres',
    ...(client.password === undefined || client.password === null ? {} : { password: String(client.password) }),
    ...(client.ssl ? { ssl: client.ssl === true ? { rejectUnauthorized: false } : client.ssl } : {}),
  };
}

/** The same connection as an address, for tools that want one (graphile-worker, kysely-codegen, psql). */
export function connectionUrl(connection: Connection): string {
  const credentials = [connection.user, connection.password].flatMap((part) =>
    part === undefined ? [] : [encodeURIComponent(part)],
  );
  const place = connection.host.startsWith('/') ? '' : `${connection.host}:${connection.port}`;
  const query = connection.host.startsWith('/')
    ? `?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
    : '';
  return `postgresql://${credentials.join(':')}@${place}/${encodeURIComponent(connection.database)}${query}`;
}

// int8 and numeric arrive as strings by default; ours (rupiah, counts, coordinates) stay far below 2^53.
// date stays 'YYYY-MM-DD': a calendar day is not an instant.
const parsers = new Map<number, (value: string) => unknown>([
  [20, Number],
  [1700, Number],
  [1082, (value) => value],
  [1184, instantOf],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? pg.types.getTypeParser(oid, format as 'text');
  },
};

export interface PoolOptions {
  readonly max: number;
  readonly applicationName: string;
  /** Startup settings, e.g. the role and the region: they hold for every query without an extra round trip. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long a query may wait for a connection; default five seconds: people do not wait longer. */
  readonly patienceMilliseconds?: number;
}

export function createPool(connection: Connection, options: PoolOptions): pg.Pool {
  const settings = Object.entries(options.settings ?? {}).map(([name, value]) => `-c ${name}=${value}`);
  const pool = new pg.Pool({
    ...connection,
    max: options.max,
    types,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.patienceMilliseconds ?? 5_000,
    idleTimeoutMillis: 60_000,
    ...(settings.length === 0 ? {} : { options: settings.join(' ') }),
  });
  // An idle connection that breaks (database restarted) is replaced on the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function createClient(connection: Connection): pg.Client {
  return new pg.Client({ ...connection, types, application_name: 'loket24', connectionTimeoutMillis: 5_000 });
}
