// npm run bench [-- --json FILE] [--quick]: one run, one machine, one table; figures beside the raw limit of the same run.
import { writeFileSync } from 'node:fs';
import { measureCompile } from './compile.ts';
import { measureInterview } from './interview.ts';
import { measureReading, measureStillness, measureWriting } from './measures.ts';
import { startServer } from './server.ts';
import { createReport, printTable } from './table.ts';

const quick = process.argv.includes('--quick');
const report = createReport();
const server = await startServer();
try {
  await measureStillness(server, report);
  measureCompile(report);
  measureInterview(report, quick ? 5 : 20);
  const model = await measureWriting(server, report, quick);
  await measureReading(server, report, { ...model, quick });
  printTable(report.rows);
  const at = process.argv.indexOf('--json');
  const file = at < 0 ? undefined : process.argv[at + 1];
  if (file) {
    const { rows } = report;
    writeFileSync(
      file,
      `${JSON.stringify({ measuredAt: new Date().toISOString(), node: process.version, quick, rows }, null, 2)}\n`,
    );
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await server.stop();
}
