import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileFiles } from './index.ts';

const parepare = fileURLToPath(new URL('../../../regions/parepare', import.meta.url));
const guide = readFileSync(new URL('../../../docs/service-language.md', import.meta.url), 'utf8');
const sample = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'loket24-compile-'));
  for (const part of ['workflows', 'letters', 'region.yaml', 'agencies.yaml', 'areas.csv', 'staff.yaml'])
    cpSync(join(parepare, part), join(dir, part), { recursive: true });
  mkdirSync(join(dir, 'services'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function compileText(name: string, text: string) {
  const file = join(dir, 'services', `${name}.yaml`);
  writeFileSync(file, text);
  const [compiled] = compileFiles([file]);
  rmSync(file);
  return compiled;
}

test('the complete file of the guide can be published in Parepare', () => {
  const compiled = compileText('sk-domisili', sample);
  expect(compiled?.findings).toEqual([]);
  expect(compiled?.definition?.service).toBe('sk-domisili');
  expect(compiled?.hash).toMatch(/^[0-9a-f]{64}$/);
});

const issuing: Record<string, { signer: string; days: number; fee?: number }> = {
  'surat-kelurahan': { signer: 'lurah', days: 1 },
  'surat-kelurahan-rt': { signer: 'lurah', days: 1 },
  'surat-kelurahan-camat': { signer: 'camat', days: 3 },
  'izin-teknis': { signer: 'kadis', days: 5 },
  'izin-berbayar': { signer: 'kadis', days: 5, fee: 50_000 },
};
const units: Record<string, string> = { 'izin-teknis': '{code: dpmptsp}', 'izin-berbayar': '{code: dpmptsp}' }; // no kelurahan has an inspector
const shared = readdirSync(join(parepare, 'workflows')).map((name) => name.replace('.yaml', ''));

test.each(shared)('the shared workflow %s stands without error or warning in a service of Parepare', (name) => {
  const use = sample
    .replace('use: surat-kelurahan', `use: ${name}`)
    .replace('service: sk-domisili', `service: s-${name}`)
    .replace('{kind: kelurahan, route-by: wilayah}', units[name] ?? '{kind: kelurahan, route-by: wilayah}');
  const letter = issuing[name];
  const text = letter
    ? use
        .replace('signer: lurah', `signer: ${letter.signer}`)
        .replace('promise: {amount: 1', `promise: {amount: ${letter.days}`)
        .replace(/fee: .*/, (free) =>
          letter.fee ? `fee: {amount: ${letter.fee}, legal: Perda 12/2023 Pasal 5}` : free,
        )
    : use.slice(0, use.indexOf('\nletter:') + 1);
  const compiled = compileText(`s-${name}`, text);
  expect(compiled?.findings).toEqual([]);
  expect(compiled?.definition).toBeDefined();
});

test('every service of Parepare can be published', () => {
  const compiled = compileFiles([parepare]);
  const names = readdirSync(join(parepare, 'services')).filter((name) => name.endsWith('.yaml'));
  expect(compiled.length).toBe(names.length);
  const errors = compiled.flatMap((one) => one.findings.filter((found) => found.severity === 'error'));
  expect(errors.map((one) => `${one.file}:${one.line} ${one.code} ${one.message}`)).toEqual([]);
  expect(compiled.filter((one) => one.definition === undefined)).toEqual([]);
});

test('two files of one service are refused, whatever they are called', () => {
  for (const folder of ['a', 'b']) {
    mkdirSync(join(dir, folder));
    writeFileSync(join(dir, folder, 'sk-domisili.yaml'), sample);
  }
  const [first, second] = compileFiles([join(dir, 'a'), join(dir, 'b')]);
  expect(first?.definition).toBeDefined();
  expect(second?.definition).toBeUndefined();
  expect(second?.findings.map((one) => one.code)).toEqual(['L24-F012']);
});

test('a hundred definitions take at most two seconds of processor time', () => {
  const files = Array.from({ length: 100 }, (_, at) => {
    const file = join(dir, 'services', `s${at}.yaml`);
    writeFileSync(file, sample.replace('service: sk-domisili', `service: s${at}`));
    return file;
  });
  compileFiles(files.slice(0, 20));
  const before = process.cpuUsage();
  expect(compileFiles(files).filter((one) => one.definition !== undefined)).toHaveLength(100);
  const used = process.cpuUsage(before);
  for (const file of files) rmSync(file);
  expect((used.user + used.system) / 1000).toBeLessThan(2_000);
}, 30_000);
