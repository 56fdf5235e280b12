// npm run db:types: migrates a throw-away database and writes the table types from what is really there.
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionUrl } from '../src/platform/database/connection.ts';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { projectRoot } from '../src/platform/root.ts';

const target = process.argv[2] ?? join(projectRoot, 'src/platform/database/tables.generated.ts');
const folder = await mkdtemp(join(tmpdir(), 'loket24-types-'));
await chmod(folder, 0o755);
const cluster = await startEmbeddedPostgres({ folder, durable: false });
try {
  await migrate(cluster.connection);
  const options = [
    '--dialect',
    'postgres',
    '--camel-case',
    '--date-parser',
    'string',
    '--numeric-parser',
    'number',
    '--type-mapping',
    '{"int8":"number"}',
    '--exclude-pattern',
    'graphile_worker.*',
    '--default-schema',
    'public',
    '--url',
    connectionUrl(cluster.connection),
    '--out-file',
    target,
  ];
  execFileSync(join(projectRoot, 'node_modules/.bin/kysely-codegen'), options, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const generated = await readFile(target, 'utf8');
  await writeFile(target, generated.replace('export interface DB {', 'export interface Database {'));
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
