// Which tables a backup holds and how their rows travel: as JSON, which PostgreSQL itself writes and reads.
import type pg from 'pg';
import { startupError, systemCode } from '../startup-error.ts';

export interface Table {
  readonly name: string; // quoted, with its schema
  readonly columns: string; // those that are stored, quoted
  readonly rows: number;
}

/** Every table of ours and of the job queue, parents before children where that matters to readers only. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and format('%s.%s', n.nspname, c.relname) not in ('platform.migration', 'graphile_worker.migrations')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`);
  return rows.map((row) => ({ ...row, rows: 0 }));
}

/** The table's rows in pieces of a few megabytes: one JSON array each. */
export async function* readRows(client: pg.Client, table: Table): AsyncGenerator<{ json: string; rows: number }> {
  await client.query(
    `declare backup no scroll cursor for select row_to_json(t)::text as row from (select ${table.columns} from ${table.name}) t`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>('fetch 2000 from backup');
    if (rows.length === 0) break;
    yield { json: `[${rows.map(({ row }) => row).join(',\n')}]`, rows: rows.length };
  }
  await client.query('close backup');
}

export async function insertRows(client: pg.Client, table: Table, json: string): Promise<void> {
  await client.query(
    `insert into ${table.name} (${table.columns}) overriding system value select ${table.columns} from json_populate_recordset(null::${table.name}, $1::json)`,
    [json],
  );
}

export interface Sequence {
  readonly name: string;
  readonly value: string;
}
export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences where last_value is not null`,
  );
  return rows;
}

/** Rows come in any order and checks were made when they were first written. */
export async function suspendChecks(client: pg.Client): Promise<void> {
  await client.query("set session_replication_role = 'replica'; set statement_timeout = 0").catch((error: unknown) => {
    if (systemCode(error) !== '42501') throw error;
    throw startupError(
      'The database login may not restore. As administrator run: grant set on parameter session_replication_role to <the login of DATABASE_URL>;',
      error,
    );
  });
}

/** A backup that row-level security has thinned out would be worse than none: then PostgreSQL refuses instead. */
export async function seeAllRows(client: pg.Client): Promise<void> {
  await client.query('set row_security = off; set statement_timeout = 0');
}
