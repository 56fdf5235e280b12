import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../context.ts';
import { withNamedStatements } from './named-statements.ts';
import type { Database } from './tables.generated.ts';

/** snake_case in the database, camelCase in the program; keys inside jsonb stay as they were written. */
export function createDb(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: withNamedStatements(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** A value for a jsonb column: the driver would turn an array into a PostgreSQL array otherwise. */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}

/** The database as one module may see it: only the tables of its own PostgreSQL schema. */
export type SchemaDb<S extends string> = Kysely<{
  [K in keyof Database as K extends `${S}.${string}` ? K : never]: Database[K];
}>;

/** Narrows the type for a store: naming another module's table becomes a compile error. Nothing happens at run time. */
export function only<S extends string>(db: Db, _schema: S): SchemaDb<S> {
  // Dropping tables from the type is safe: the object answers for more than it says.
  return db as unknown as SchemaDb<S>;
}
