// What the database can do with nothing around it: two inserts and a durable commit. pgbench where it is installed, and
// the same loop from Node everywhere.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface RawLimit {
  readonly loop: number; // transactions per second from Node, 16 connections
  readonly pgbench: number | undefined; // the same by pgbench, when it is on the PATH
}
const payload = 'x'.repeat(1500); // about what an application and its event weigh

export async function measureRawLimit(
  url: string,
  options: { connections: number; seconds: number },
): Promise<RawLimit> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(
    'create schema if not exists bench; create table if not exists bench.a (id bigserial primary key, body text); create table if not exists bench.b (id bigserial primary key, body text)',
  );
  const loop = await runLoop(url, options);
  const byPgbench = runPgbench(url, options);
  await admin.query('drop schema bench cascade');
  await admin.end();
  return { loop, pgbench: byPgbench };
}

async function runLoop(
  url: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  let count = 0;
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      while (performance.now() < end) {
        await client.query('begin');
        await client.query({ name: 'a', text: 'insert into bench.a (body) values ($1)', values: [payload] });
        await client.query({ name: 'b', text: 'insert into bench.b (body) values ($1)', values: [payload] });
        await client.query('commit');
        count += 1;
      }
      await client.end();
    }),
  );
  return count / seconds;
}

function runPgbench(
  url: string,
  { connections, seconds }: { connections: number; seconds: number },
): number | undefined {
  const file = join(mkdtempSync(join(tmpdir(), 'loket24-bench-')), 'two-inserts.sql');
  writeFileSync(
    file,
    `begin;\ninsert into bench.a (body) values ('${payload}');\ninsert into bench.b (body) values ('${payload}');\ncommit;\n`,
  );
  const run = spawnSync(
    'pgbench',
    ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds), '-f', file, url],
    { encoding: 'utf8' },
  );
  const match = /tps = ([\d.]+)/.exec(run.stdout ?? '');
  return match ? Number(match[1]) : undefined;
}
