import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseYaml } from '../../definition/compiler/examples/base.ts';
import { compileCommand } from './service-compile.ts';

let dir = '';
const good = () => join(dir, 'contoh.yaml');
const bad = () => join(dir, 'rusak.yaml');

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loket24-cli-'));
  writeFileSync(good(), baseYaml.replace(', offer: pindah-datang', ''));
  writeFileSync(
    bad(),
    baseYaml.replace('service: contoh', 'service: rusak').replace('{amount: 0, legal: UU 25/2009}', '{amount: 5000}'),
  );
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  };
  const code = await compileCommand(args, output, new Date('2026-11-23T08:00:00+08:00'));
  return { code, out: out.join(''), err: err.join('') };
}

test('a good definition is announced as ready and ends with 0', async () => {
  expect(await run(good())).toEqual({ code: 0, out: '1 dari 1 definisi siap diterbitkan.\n', err: '' });
});

test('an error is printed with file, line, severity, code and sentence, and ends with 1', async () => {
  const { code, out } = await run(bad());
  expect(code).toBe(1);
  expect(out).toMatch(/rusak\.yaml:\d+:\d+ error L24-S003 Biaya ditarik tanpa dasar hukum\./);
  expect(out).toContain('0 dari 1 definisi siap diterbitkan.');
});

test('--lang en prints English', async () => {
  expect((await run(bad(), '--lang', 'en')).out).toContain('L24-S003 A fee is charged without a legal basis.');
  expect((await run('--lang=en', good())).out).toBe('1 of 1 definitions can be published.\n');
});

test('--json prints an array of file, line, code, severity and message', async () => {
  const { code, out } = await run(dir, '--json');
  expect(code).toBe(1);
  const findings = JSON.parse(out) as Record<string, unknown>[];
  expect(findings.find((one) => one.code === 'L24-S003')).toEqual({
    file: bad(),
    line: expect.any(Number),
    code: 'L24-S003',
    severity: 'error',
    message: expect.stringContaining('dasar hukum'),
  });
  expect(JSON.parse((await run(good(), '--json')).out)).toEqual([]);
});

test('a missing path or wrong use ends with 2 and a sentence', async () => {
  expect(await run(join(dir, 'tidak-ada.yaml'))).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('Tidak dapat dibaca'),
  });
  for (const args of [[], ['--lang', 'fr', good()], ['--warna', good()]])
    expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining('Cara pakai') });
});

test('a draft outside every region is checked against the region that is named', async () => {
  const draft = join(dir, 'rujukan.yaml');
  cpSync('regions/parepare/services/rujukan.yaml', draft);
  expect((await run(draft, '--region', 'regions/parepare')).code).toBe(0);
  expect((await run(draft, '--region', join(dir, 'tidak-ada'))).out).toContain('L24-F007');
  rmSync(draft);
});

test('--previous names the version in force: a question that changed its type is refused', async () => {
  const before = mkdtempSync(join(tmpdir(), 'loket24-cli-before-'));
  writeFileSync(
    join(before, 'contoh.yaml'),
    readFileSync(good(), 'utf8').replace('id: sejak, type: date', 'id: sejak, type: text'),
  );
  const { code, out } = await run(good(), '--region', dir, '--previous', before);
  expect(code).toBe(1);
  expect(out).toContain('L24-X015 Pertanyaan "sejak" berubah dari text menjadi date.');
  expect((await run(good(), '--region', dir, '--previous', good())).code).toBe(0);
  rmSync(before, { recursive: true });
});

test('--out writes the papers of each service into a folder of its own', async () => {
  const out = mkdtempSync(join(tmpdir(), 'loket24-cli-out-'));
  expect((await run(good(), '--region', dir, '--out', out)).code).toBe(0);
  expect(readdirSync(join(out, 'contoh')).sort()).toEqual([
    'facts.json',
    'flow.svg',
    'openapi.json',
    'phone-script.html',
    'schema.json',
    'sop.html',
    'standard.html',
  ]);
  expect(readFileSync(join(out, 'contoh', 'flow.svg'), 'utf8')).toContain('data-step="diperiksa"');
  expect(JSON.parse(readFileSync(join(out, 'contoh', 'facts.json'), 'utf8'))).toMatchObject({
    questions: 5,
    documents: 1,
  });
  rmSync(out, { recursive: true });
});
