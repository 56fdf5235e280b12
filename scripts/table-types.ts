// Writes the TypeScript types of the tables that are really there.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Connection, connectionUrl } from '../src/platform/database/connection.ts';
import { projectRoot } from '../src/platform/root.ts';

const options = [
  ['--dialect', 'postgres'],
  ['--camel-case'],
  ['--date-parser', 'string'],
  ['--numeric-parser', 'number'],
  ['--type-mapping', '{"int8":"number"}'],
  ['--exclude-pattern', 'graphile_worker.*'],
  ['--default-schema', 'public'],
].flat();

export async function writeTableTypes(migrated: Connection, target: string): Promise<void> {
  const generator = join(projectRoot, 'node_modules/.bin/kysely-codegen');
  await promisify(execFile)(generator, [...options, '--url', connectionUrl(migrated), '--out-file', target], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const generated = await readFile(target, 'utf8');
  await writeFile(target, generated.replace('export interface DB {', 'export interface Database {'));
}
