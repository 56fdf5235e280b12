// npm run db:types: migrates a throw-away database and writes the table types from what is really there.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { projectRoot } from '../src/platform/root.ts';
import { writeTableTypes } from './table-types.ts';

const target = process.argv[2] ?? join(projectRoot, 'src/platform/database/tables.generated.ts');
const folder = await mkdtemp(join(tmpdir(), 'loket24-types-'));
await chmod(folder, 0o755);
const cluster = await startEmbeddedPostgres({ folder, durable: false });
try {
  await migrate(cluster.connection);
  await writeTableTypes(cluster.connection, target);
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
