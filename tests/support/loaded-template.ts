import { inject } from 'vitest';
import { type Connection, createClient } from '../../src/platform/database/connection.ts';

/**
 * A database with the usual region in it, to be copied: made by the first test file of the run that asks, once for all workers.
 * @returns its name; dropped with the migrated template when the run ends
 */
export async function loadedTemplate(load: (owner: Connection) => Promise<void>): Promise<string> {
  const { admin, template } = inject('postgres');
  const name = `${template}_loaded`;
  const client = createClient(admin);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const unready = `${name}_unready`;
      await client.query(`drop database if exists ${unready} with (force)`);
      await client.query(`create database ${unready} template ${template} strategy file_copy`);
      await load({ ...admin, database: unready });
      await client.query(`alter database ${unready} rename to ${name}`);
    }
    return name;
  } finally {
    await client.end(); // gives the lock back
  }
}
