// A data folder with so many complaints in it, kept between runs where LOKET24_BENCH_DIR names one: filling a million takes minutes.
import { mkdir } from 'node:fs/promises';
import { loadConfig } from '../../src/platform/config.ts';
import { connectionUrl } from '../../src/platform/database/connection.ts';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { findDatabase } from '../../src/platform/database/open-database.ts';
import { type BenchServer, startServer } from '../server.ts';
import { sendReport } from './reports.ts';
import { countReports, seedComplaints } from './seed.ts';

export const region = 'parepare';

export async function databaseUrlOf(server: BenchServer): Promise<string> {
  const found = await findDatabase(loadConfig({ ...process.env, DATA_DIR: server.dataDir }));
  if (!found) throw new Error('the database of the server was not found');
  return connectionUrl(found.owner);
}

/** Makes sure that the folder holds `total` complaints, `waiting` of them still to be sorted. No server may run on it. @returns seconds taken, 0 when they were there. */
export async function fillFolder(
  dataDir: string,
  { total, waiting }: { total: number; waiting: number },
): Promise<number> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const server = await startServer({ dataDir });
  const there = await countReports(await databaseUrlOf(server));
  const model = there < total ? await sendReport(server.port, `model-${process.pid}`) : '';
  await server.stop();
  if (there >= total) return 0;
  const began = performance.now();
  // Without the server beside it: indexes are built at the end, and their tables are locked until then.
  const postgres = await startEmbeddedPostgres({ folder: dataDir, durable: false });
  const url = connectionUrl({ ...postgres.connection, database: 'loket24' });
  await seedComplaints({ url, region, from: there, total, now: new Date(), model, waiting }).finally(() =>
    postgres.stop(),
  );
  return (performance.now() - began) / 1000;
}
