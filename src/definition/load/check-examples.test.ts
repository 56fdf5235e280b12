import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testCaseExamples } from '../compiler/examples/test-cases.ts';
import { type Finding, translate } from '../compiler/index.ts';
import { sampleDefinition, sampleEnv } from '../testing.ts';
import type { TrialWorld } from '../trial/index.ts';
import { exampleFindings } from './check-examples.ts';
import { checkExamples, compileFiles } from './index.ts';

const parepare = fileURLToPath(new URL('../../../regions/parepare', import.meta.url));
const now = new Date('2026-11-23T08:00:00+08:00');
const run = { now, locale: 'id' } as const;
const world: TrialWorld = {
  env: () => sampleEnv(),
  unitOf: async () => undefined,
  dueAt: async () => undefined,
};
const free = sampleDefinition((input) => ({
  ...input,
  standard: { ...input.standard, fee: { amount: 0, legal: 'UU 25/2009' } },
}));
const said = (found: readonly Finding[]) => found.map((one) => `${one.line} ${one.code}`);

test.each(testCaseExamples.map((example) => ({ ...example, name: example.code })))(
  '$name is found in the wrong file of test cases, at its line, and not in the right one',
  async ({ code, wrong, right }) => {
    const found = await exampleFindings(free, { file: 'examples/contoh.yaml', text: wrong }, { world, now });
    expect(said(found)).toEqual([`2 ${code}`]);
    for (const locale of ['id', 'en'] as const)
      for (const one of found) expect(translate(one, locale).message).not.toMatch(/\{[a-z]+\}/);
    expect(await exampleFindings(free, { file: 'examples/contoh.yaml', text: right }, { world, now })).toEqual([]);
  },
);

test('the test cases of Parepare all hold', async () => {
  const names = readdirSync(join(parepare, 'examples'));
  expect(names.length).toBeGreaterThanOrEqual(10);
  const files = names.map((name) => join(parepare, 'services', name));
  const checked = await checkExamples(compileFiles(files), run);
  const errors = checked.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  expect(errors.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  expect(checked.every(({ definition }) => definition !== undefined)).toBe(true);
});

test('a service whose fee, documents, unit or due date changes is stopped by its test cases', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'loket24-examples-'));
  const kept = ['region.yaml', 'agencies.yaml', 'areas.csv', 'staff.yaml', 'fields.yaml', 'retention.yaml'];
  for (const part of [...kept, 'workflows', 'letters', 'calendars', 'services', 'tables'])
    cpSync(join(parepare, part), join(dir, part), { recursive: true });
  mkdirSync(join(dir, 'examples'));
  const file = join(dir, 'examples', 'sk-usaha.yaml');
  const answers = '{usaha_di_parepare: ya, punya_nib: tidak, wilayah: 73.72.01.1004, punya_pbb: tidak}';
  const head = `examples:\n  - name: satu\n    sent-at: 2026-11-23T08:00:00+08:00\n    answers: ${answers}\n`;
  const expected = '{fee: 10, unit: kel-lemoe, documents: [ktp-el-pemohon], due-at: 2026-11-23T10:00:00+08:00}';
  writeFileSync(file, `${head}    expect: ${expected}\n`);
  const checked = await checkExamples(compileFiles([join(dir, 'services', 'sk-usaha.yaml')]), run);
  const found = checked.flatMap(({ findings }) => findings.filter(({ code }) => code === 'L24-V001'));
  expect(found.map(({ line, message }) => `${line} ${message}`).sort()).toEqual([
    '2 Kasus uji "satu" belum cocok. Biaya: diharapkan 10, hasilnya 0.',
    '2 Kasus uji "satu" belum cocok. Dokumen: diharapkan ktp-el-pemohon, hasilnya ktp-el-pemohon, kartu-keluarga, foto-tempat-usaha.',
    '2 Kasus uji "satu" belum cocok. Selesai paling lambat: diharapkan 2026-11-23T10:00:00+08:00, hasilnya 2026-11-23T01:00:00.000Z.',
    '2 Kasus uji "satu" belum cocok. Unit: diharapkan kel-lemoe, hasilnya kel-lompoe.',
  ]);
  expect(found.every((one) => one.file === file)).toBe(true);
  expect(checked[0]?.definition).toBeUndefined();
  rmSync(dir, { recursive: true });
});
