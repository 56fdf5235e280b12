import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { baseYaml } from '../compiler/examples/base.ts';
import { sampleResolve } from '../compiler/examples/write.ts';
import { compile } from '../compiler/index.ts';
import { ServiceDefinition } from '../schema.ts';
import { loadDefinition, type Resolve } from './index.ts';
import { toKebab } from './keys.ts';
import { knownKeys } from './known-keys.ts';

const [beforeWorkflow = ''] = baseYaml.split('workflow:\n');
const withWorkflow = (lines: string) => `${beforeWorkflow}workflow:\n${lines}\n`;

const sharedText = `workflow: bersama
roles:
  petugas: {title: {id: Petugas, en: Officer}}
start: diperiksa
states:
  diperiksa: {label: {id: Diperiksa, en: Checked}, waits-for: petugas}
  ditunda: {label: {id: Ditunda, en: Postponed}, waits-for: petugas}
  selesai: {label: {id: Selesai, en: Done}, final: true, status: done}
actions:
  - {do: selesai, kind: finish, label: {id: Selesai, en: Done}, from: [diperiksa, ditunda], to: selesai, by: [petugas], effects: [record-result]}
  - {do: tunda, kind: forward, label: {id: Tunda, en: Postpone}, from: [diperiksa], to: ditunda, by: [petugas]}
  - {do: lanjut, kind: forward, label: {id: Lanjut, en: Go on}, from: [ditunda], to: diperiksa, by: [petugas]}
separation: [[tunda, lanjut], [tunda, selesai]]
`;

function resolveWith(workflows: Record<string, string>, fields?: string): Resolve {
  return {
    workflow: (name) => {
      const text = workflows[name];
      return text === undefined ? undefined : { file: `workflows/${name}.yaml`, text };
    },
    fields: () => (fields === undefined ? undefined : { file: 'fields.yaml', text: fields }),
  };
}

function load(text: string, resolve: Resolve = resolveWith({ bersama: sharedText })) {
  return loadDefinition({ file: 'contoh.yaml', text, resolve });
}

describe('a shared workflow', () => {
  test('is changed key by key and action by action', () => {
    const { definition } = load(
      withWorkflow(`  use: bersama
  roles: {petugas: {unit: disdukcapil}}
  states: {diperiksa: {label: Petugas melihat berkas}}
  actions: [{do: tunda, limit: 1}, {do: batal, kind: withdraw, label: Batal, from: [diperiksa], to: selesai, by: [applicant]}]`),
    );
    const workflow = definition?.workflow;
    expect(workflow?.roles.petugas).toEqual({ title: { id: 'Petugas', en: 'Officer' }, unit: 'disdukcapil' });
    expect(workflow?.states.diperiksa?.label).toEqual({ id: 'Petugas melihat berkas' });
    expect(workflow?.actions.map((action) => action.do)).toEqual(['selesai', 'tunda', 'lanjut', 'batal']);
    expect(workflow?.actions[1]).toMatchObject({ do: 'tunda', kind: 'forward', limit: 1 });
  });

  test('loses a state together with everything that only led to or from it', () => {
    const { definition } = load(withWorkflow('  use: bersama\n  without: {states: [ditunda], actions: [tunda]}'));
    const workflow = definition?.workflow;
    expect(Object.keys(workflow?.states ?? {})).toEqual(['diperiksa', 'selesai']);
    expect(workflow?.actions).toEqual([expect.objectContaining({ do: 'selesai', from: ['diperiksa'] })]);
    expect(workflow?.separation).toEqual([]);
  });

  test('loses a part that is written without a value', () => {
    const { definition, locate } = load(withWorkflow('  use: bersama\n  states:\n    diperiksa:\n      waits-for:'));
    expect(definition?.workflow.states.diperiksa?.waitsFor).toBeUndefined();
    if (definition === undefined) throw new Error('does not load');
    const found = compile(definition, {}, locate).findings.find((one) => one.code === 'L24-W004');
    expect(found).toMatchObject({ file: 'contoh.yaml', params: { state: 'diperiksa' } });
  });

  test('may stand on another one', () => {
    const workflows = { bersama: sharedText, cepat: 'workflow: cepat\nuse: bersama\nstart: ditunda\n' };
    expect(load(withWorkflow('  use: cepat'), resolveWith(workflows)).definition?.workflow.start).toBe('ditunda');
  });

  test('that uses itself through another is refused', () => {
    const workflows = { bersama: 'workflow: bersama\nuse: lain\n', lain: 'workflow: lain\nuse: bersama\n' };
    const codes = load(withWorkflow('  use: bersama'), resolveWith(workflows)).findings.map((one) => one.code);
    expect(codes).toContain('L24-F008');
  });

  test('is named with its own file and line when the fault is in it', () => {
    const broken = sharedText.replace('to: ditunda,', 'to: dituna,');
    const { definition, locate } = load(withWorkflow('  use: bersama'), resolveWith({ bersama: broken }));
    if (definition === undefined) throw new Error('does not load');
    const found = compile(definition, {}, locate).findings.find((one) => one.code === 'L24-W011');
    const line = broken.split('\n').findIndex((text) => text.includes('dituna,')) + 1;
    expect(found).toMatchObject({ file: 'workflows/bersama.yaml', line, params: { state: 'dituna' } });
    expect(found?.message).toContain('Maksudnya "ditunda"?');
  });
});

describe('a shared question', () => {
  const fields = 'fields:\n  - {id: nik, type: nik, label: {id: NIK Anda, en: Your NIK}, hint: 16 angka}\n';
  const using = (field: string) =>
    baseYaml.replace('      - {id: nama, type: name', `      - ${field}\n      - {id: nama, type: name`);

  test('is taken over with its label and can be changed', () => {
    const { definition } = load(using('{use: nik, id: nik_anak, label: NIK anak}'), {
      ...sampleResolve,
      ...pick(fields),
    });
    expect(definition?.form[1]?.fields[0]).toMatchObject({
      id: 'nik_anak',
      type: 'nik',
      label: { id: 'NIK anak' },
      hint: { id: '16 angka' },
    });
  });

  test('is also found inside a group', () => {
    const group = '{id: anak, type: group, label: Anak, fields: [{use: nik}]}';
    const { definition } = load(using(group), { ...sampleResolve, ...pick(fields) });
    expect(definition?.form[1]?.fields[0]?.fields?.[0]).toMatchObject({
      id: 'nik',
      label: { id: 'NIK Anda', en: 'Your NIK' },
    });
  });

  function pick(text: string): Pick<Resolve, 'fields'> {
    return { fields: () => ({ file: 'fields.yaml', text }) };
  }
});

test('without clocks a service gets its promise and the legal limit', () => {
  const text = baseYaml.replace(/clocks:\n.*\n/, '');
  expect(loadDefinition({ file: 'contoh.yaml', text, resolve: sampleResolve }).definition?.clocks).toEqual([
    { id: 'promise', duration: { amount: 2, unit: 'working-days' }, start: 'sent', pauseIn: [], resume: 'continue' },
    { id: 'legal', duration: { amount: 5, unit: 'working-days' }, start: 'complete', pauseIn: [], resume: 'continue' },
  ]);
});

test('the profile of the region says how long silence may last in a state, and the workflow the rest', () => {
  const text = baseYaml.replace(/clocks:\n.*\n/, 'clocks: {use: complaints}\n');
  const profiles = `profiles:
  lambat: {clocks: [{id: promise, duration: {amount: 2, unit: working-days}}]}
  cepat:
    clocks: [{id: promise, duration: {amount: 2, unit: working-days}}]
    lapses: {perbaikan: {amount: 9, unit: working-days}}
`;
  const lapseUnder = (profile: string) => {
    const clocks = () => ({ source: { file: 'complaints/profiles.yaml', text: profiles }, profile });
    const { definition } = loadDefinition({ file: 'contoh.yaml', text, resolve: { ...sampleResolve, clocks } });
    return definition?.workflow.states.perbaikan?.lapse;
  };
  expect(lapseUnder('lambat')?.after).toEqual({ amount: 14, unit: 'calendar-days' });
  expect(lapseUnder('cepat')).toEqual({ ...lapseUnder('lambat'), after: { amount: 9, unit: 'working-days' } });
});

test('a finding stands at the line of the part that is wrong', () => {
  const text = baseYaml.replace('confidence: sourced', 'confidence: yakin');
  const line = text.split('\n').findIndex((one) => one.includes('yakin')) + 1;
  const { findings } = loadDefinition({ file: 'contoh.yaml', text, resolve: sampleResolve });
  expect(findings).toEqual([
    expect.objectContaining({
      code: 'L24-F004',
      line,
      column: 3,
      message: '"yakin" tidak dapat dipakai untuk "standard.confidence". Pilih salah satu: sourced, typical.',
    }),
  ]);
});

test('a mistyped key is answered with the key that was meant', () => {
  const text = baseYaml.replace('waits-for: lurah', 'wait-for: lurah');
  const [found] = loadDefinition({ file: 'contoh.yaml', text, resolve: sampleResolve }).findings;
  expect(found).toMatchObject({ code: 'L24-F002' });
  expect(found?.message).toContain('Maksudnya "waits-for"?');
});

test('a file of more than 256 kB is refused before it is parsed', () => {
  const { findings } = loadDefinition({
    file: 'contoh.yaml',
    text: `words: [${'a, '.repeat(100_000)}]`,
    resolve: sampleResolve,
  });
  expect(findings.map((one) => one.code)).toEqual(['L24-Y002']);
});

test('ten thousand open brackets and a bomb of references are findings, not a crash', () => {
  const deep = loadDefinition({ file: 'contoh.yaml', text: `words: ${'['.repeat(10_000)}`, resolve: sampleResolve });
  expect(deep.findings.length).toBeGreaterThan(0);
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [*${'abcdefg'[at]}, *${'abcdefg'[at]}]`),
  ].join('\n');
  expect(
    loadDefinition({ file: 'contoh.yaml', text: bomb, resolve: sampleResolve }).findings.map((one) => one.code),
  ).toContain('L24-Y003');
});

test('the known keys are exactly the keys of the schema, and "use" and "without"', () => {
  const keys = new Set<string>();
  propertyNames(z.toJSONSchema(ServiceDefinition, { io: 'input' }), keys);
  expect([...knownKeys].sort()).toEqual([...keys, 'without'].sort());
});

function propertyNames(schema: unknown, into: Set<string>): void {
  if (Array.isArray(schema)) for (const part of schema) propertyNames(part, into);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  for (const [key, part] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(part as object)) into.add(toKebab(name));
    propertyNames(key === 'properties' ? Object.values(part as object) : part, into);
  }
}
