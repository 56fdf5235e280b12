// npm test: builds, runs every test, and ends with the plain line `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function runVitest(reportFile, filters) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...filters];
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

// A file that could not be loaded has no tests but failed all the same.
function count(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

async function main() {
  await buildAll();
  const filters = process.argv.slice(2);
  // One kind after the other: a worker keeps what it has loaded only while the next file is of the same kind. Servers that are killed and
  // timed need the machine for themselves: they come last.
  const kinds = ['unit', 'int', 'e2e', 'faults'];
  const rounds = filters.length > 0 ? [filters] : kinds.map((kind) => ['--project', kind]);
  let passed = 0;
  let failed = 0;
  for (const round of rounds) {
    const result = await runRound(round);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function runRound(filters) {
  const folder = await mkdtemp(join(tmpdir(), 'loket24-report-'));
  const reportFile = join(folder, 'report.json');
  const code = await runVitest(reportFile, filters);
  const text = await readFile(reportFile, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
  const { passed, failed } = text === undefined ? { passed: 0, failed: 1 } : count(JSON.parse(text));
  // An error outside of any test (a rejected promise nobody awaited) fails the run too.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
