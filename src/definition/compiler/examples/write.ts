// Puts an example into the sample definition and compiles the result as an author would.
import { parse, stringify } from 'yaml';
import { loadDefinition, type Resolve } from '../../load/index.ts';
import { compile } from '../compile.ts';
import { type Finding, inOrder } from '../finding.ts';
import type { CompileEnv } from '../scope.ts';
import { baseYaml } from './base.ts';
import type { Example } from './example.ts';

const file = 'services/contoh.yaml';

export const sampleEnv: CompileEnv = {
  areas: new Set(['73.72', '73.72.01']),
  agencies: new Set(['disdukcapil', 'pkm-lakessi', 'pkm-lapadde']),
  services: new Set(['contoh', 'pindah-datang']),
  letterTemplates: new Set(['keterangan']),
  roles: new Set(['petugas', 'lurah']),
  holidayYears: [2026],
  units: new Map([['kel-lompoe', { kind: 'kelurahan', parent: 'kec-bacukiki' }]]),
  staffing: new Map([['kel-lompoe', new Set(['petugas', 'lurah'])]]),
  retentionClasses: new Set(['layanan-umum', 'kesehatan']),
};

const { workflow } = parse(baseYaml) as { workflow: Record<string, unknown> };
const catat = { do: 'catat', kind: 'forward', label: 'Catat', from: ['diperiksa'], to: 'diperiksa', by: ['petugas'] };
const shared = {
  bersama: {
    file: 'workflows/bersama.yaml',
    text: stringify({ ...workflow, actions: [...(workflow.actions as unknown[]), catat] }),
  },
  berputar: { file: 'workflows/berputar.yaml', text: 'workflow: berputar\nuse: berputar' },
};
const fields = {
  file: 'fields.yaml',
  text: 'fields:\n  - {id: hp, type: phone, label: {id: Nomor HP, en: Mobile number}}\n',
};

const profiles = {
  file: 'complaints/profiles.yaml',
  text: 'profiles: {biasa: {clocks: [{id: promise, duration: {amount: 2, unit: working-days}}]}}\n',
};

const silence = {
  file: 'silence/profiles.yaml',
  text: profiles.text.replace('{clocks:', '{lapses: {diperiksa: {amount: 5, unit: working-days}}, clocks:'),
};

const tables: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  'tarif-contoh': {
    file: 'tables/tarif-contoh.yaml',
    text: `table: tarif-contoh
title: {id: Tarif contoh, en: Sample tariff}
legal: Perda 12/2023 Lampiran I
confidence: sourced
key: jenis
columns: {jenis: {type: text, label: Jenis}, tarif: {type: money, label: Tarif}, golongan: {type: text, label: Golongan}}
rows: [{jenis: tetap, tarif: 5000, golongan: rendah}, {jenis: sementara, tarif: 10000, golongan: tinggi}]
`,
  },
  'tarif-lazim': {
    file: 'tables/tarif-lazim.yaml',
    text: `table: tarif-lazim
title: {id: Tarif lazim, en: Usual tariff}
confidence: typical
key: jenis
columns: {jenis: {type: text, label: Jenis}, tarif: {type: money, label: Tarif}}
rows: [{jenis: tetap, tarif: 5000}, {jenis: sementara, tarif: 10000}]
`,
  },
  'tarif-bolong': {
    file: 'tables/tarif-bolong.yaml',
    text: `table: tarif-bolong
title: {id: Tarif bolong, en: Tariff with a gap}
confidence: sourced
key: jenis
columns: {jenis: {type: text, label: Jenis}, tarif: {type: money, label: Tarif}}
rows: [{jenis: tetap, tarif: 5000}]
`,
  },
  'tarif-rusak': {
    file: 'tables/tarif-rusak.yaml',
    text: 'table: tarif-rusak\ntitle: Rusak\nconfidence: sourced\nkey: jenis\ncolumns: {jenis: {type: text, label: Jenis}}\nrows: [{jenis: tetap}, {jenis: tetap}]\n',
  },
};

export const sampleResolve: Resolve = {
  table: (name) => tables[name],
  tableNames: () => Object.keys(tables),
  workflow: (name) => (name === 'bersama' || name === 'berputar' ? shared[name] : undefined),
  workflowNames: () => Object.keys(shared),
  fields: () => fields,
  clocks: (name) => {
    const source = { complaints: profiles, silence }[name];
    return source && { source, profile: 'biasa' };
  },
};

export function textOfExample(example: Example, which: 'wrong' | 'right'): string {
  if (example.at === undefined) return example[which];
  const tree = parse(baseYaml) as unknown;
  for (const [at, part] of Object.entries(example.given ?? {})) put(tree, at, parse(part));
  put(tree, example.at, parse(example[which]));
  return stringify(tree, { lineWidth: 0 });
}

export function findingsOf(text: string, env: CompileEnv = sampleEnv): readonly Finding[] {
  const loaded = loadDefinition({ file, text, resolve: sampleResolve });
  if (loaded.definition === undefined) return loaded.findings;
  return inOrder([...loaded.findings, ...compile(loaded.definition, env, loaded.locate).findings]);
}

/** Sets one part; null removes it, an unknown list item is added. */
function put(tree: unknown, at: string, part: unknown): void {
  const steps = at.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(stepInto, tree);
  if (Array.isArray(parent)) putItem(parent, last, part);
  else if (typeof parent === 'object' && parent !== null) {
    const record = parent as Record<string, unknown>;
    if (part === null) delete record[last];
    else record[last] = part;
  }
}

function stepInto(node: unknown, step: string): unknown {
  if (Array.isArray(node)) return node[itemIndex(node, step)];
  return (node as Record<string, unknown>)[step];
}

function putItem(items: unknown[], name: string, part: unknown): void {
  const index = itemIndex(items, name);
  if (index === -1) {
    if (part !== null) items.push(part);
  } else items.splice(index, 1, ...(part === null ? [] : [part]));
}

function itemIndex(items: readonly unknown[], name: string): number {
  return items.findIndex((item) => {
    const record = item as Record<string, unknown>;
    return [record.do, record.id, record.page].includes(name);
  });
}
