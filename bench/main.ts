// npm run bench [-- core|complaints|flood ...] [--json FILE] [--quick]: one run, one machine, one table; figures beside the raw limit of the
// same run. Without a name: core and complaints. docs/performance.md tells the settings.
import { writeFileSync } from 'node:fs';
import { measureCompile } from './compile.ts';
import { measureComplaints } from './complaints/measure.ts';
import { measureFlood } from './flood/measure.ts';
import { measureInterview } from './interview.ts';
import { measureReading, measureStillness, measureWriting } from './measures.ts';
import { startServer } from './server.ts';
import { createReport, printTable, type Report } from './table.ts';

const quick = process.argv.includes('--quick');
const report = createReport();

async function measureCore(report: Report): Promise<void> {
  const server = await startServer();
  try {
    await measureStillness(server, report);
    measureCompile(report);
    measureInterview(report, quick ? 5 : 20);
    const model = await measureWriting(server, report, quick);
    await measureReading(server, report, { ...model, quick });
  } finally {
    await server.stop();
  }
}

const parts: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  core: measureCore,
  complaints: (rows) => measureComplaints(rows, { quick }),
  flood: (rows) => measureFlood(rows, { quick }),
};
const named = process.argv.slice(2).filter((word) => word in parts);
try {
  for (const name of named.length > 0 ? named : ['core', 'complaints']) await parts[name]?.(report);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  keepRows(); // what was measured until then as well
}

function keepRows(): void {
  const { rows } = report;
  printTable(rows);
  const at = process.argv.indexOf('--json');
  const file = at < 0 ? undefined : process.argv[at + 1];
  if (!file) return;
  const measured = { measuredAt: new Date().toISOString(), node: process.version, quick, rows };
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
}
