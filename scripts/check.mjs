// npm run check: every static check, the quick ones first; all of them run even when one fails. Ends with a table.
// npm run check -- biome tsc: only these.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const migrations = readdirSync(join(root, 'db', 'migrations')).map((name) => join('db', 'migrations', name));

const checks = [
  { name: 'squawk', keeps: 'migrations that lock nothing for long', args: migrations },
  { name: 'biome', keeps: 'format, lint, awaited promises', args: ['check', '--error-on-warnings', '.'] },
  { name: 'knip', keeps: 'no unused file, export or package', args: [] },
  { name: 'depcruise', keeps: 'imports that point the right way', args: ['src', 'bench'] },
  { name: 'tsc', slow: true, keeps: 'types', args: ['--noEmit', '-p', '.'] },
  { name: 'vitest', slow: true, keeps: 'tests/architecture', args: ['run', 'tests/architecture'] },
];

function run({ name, args }) {
  return new Promise((done) => {
    const child = spawn(join(root, 'node_modules', '.bin', name), args, { cwd: root });
    const output = [];
    child.stdout.on('data', (part) => output.push(part));
    child.stderr.on('data', (part) => output.push(part));
    child.once('error', (error) => done({ fine: false, output: error.message }));
    child.once('close', (code) => done({ fine: code === 0, output: Buffer.concat(output).toString() }));
  });
}

async function report(check) {
  const startedAt = performance.now();
  const { fine, output } = await run(check);
  const seconds = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  if (!fine) console.log(`--- ${check.name}\n${output}`);
  return [check.name, fine ? 'fine' : 'FAILED', seconds, check.keeps];
}

function table(rows) {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 2 ? cell.padStart(widths[2]) : cell.padEnd(widths[column])));
  return rows.map((row) => line(row).join('   ').trimEnd()).join('\n');
}

const asked = process.argv.slice(2);
const chosen = checks.filter(({ name }) => asked.length === 0 || asked.includes(name));
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`There is no check "${unknown.join('", "')}". Use: ${checks.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
// The last two take longest and wait for different things: side by side they need hardly more than the longer one.
const quick = chosen.filter(({ slow }) => !slow);
const slow = chosen.filter((check) => check.slow);
const rows = [];
for (const check of quick) rows.push(await report(check));
rows.push(...(await Promise.all(slow.map(report))));
console.log(table([['check', 'result', 'time', 'keeps'], ...rows]));
process.exitCode = rows.every(([, result]) => result === 'fine') ? 0 : 1;
