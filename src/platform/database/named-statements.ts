// Statements that come again are prepared once per connection: PostgreSQL then parses and plans them once instead of at
// every request, which for our short queries is most of their cost.
import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

const seenOftenEnough = 3; // a text met for the first time may never come again
const mostNames = 200; // texts with lists of varying length would otherwise fill the server's memory

interface Names {
  of(text: string): string | undefined;
}

function createNames(): Names {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return {
    of(text) {
      const known = names.get(text);
      if (known !== undefined) return known;
      const times = (seen.get(text) ?? 0) + 1;
      if (seen.size > 5000) seen.clear();
      seen.set(text, times);
      if (times < seenOftenEnough || names.size >= mostNames) return undefined;
      const name = createHash('sha1').update(text).digest('base64url');
      names.set(text, name);
      return name;
    },
  };
}

function nameStatements(client: pg.PoolClient, names: Names): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(text: string | PostgresCursor<R>, values: readonly unknown[] = []): unknown {
    // Streams are the driver's own objects; they pass as they are.
    if (typeof text !== 'string') return client.query(text as unknown as pg.Submittable);
    const name = values.length > 0 ? names.of(text) : undefined;
    return name === undefined ? client.query(text, [...values]) : client.query({ name, text, values: [...values] });
  }
  return { query, release: () => client.release() };
}

/** The pool as Kysely uses it, with repeated statements prepared. */
export function withNamedStatements(pool: pg.Pool): PostgresPool {
  const names = createNames();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? nameStatements(client, names);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
