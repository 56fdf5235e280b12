// Reading a region's folder for the compiler. The only files of the service language that touch the disk are this one
// and compile-files.ts; everything they call is pure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CompileEnv } from '../compiler/index.ts';
import { partsRead } from '../letter-parts.ts';
import type { Resolve, SourceText } from './shared.ts';

export interface RegionFolder {
  readonly resolve: Resolve;
  readonly env: CompileEnv;
}

/** The region a service file belongs to: the nearest folder above it that holds region.yaml or workflows/. */
export function findRegionDir(path: string): string | undefined {
  for (let dir = resolve(path); dir !== dirname(dir); dir = dirname(dir))
    if (existsSync(join(dir, 'region.yaml')) || existsSync(join(dir, 'workflows'))) return dir;
  return undefined;
}

export function readRegion(dir: string | undefined): RegionFolder {
  if (dir === undefined) return { resolve: { workflow: () => undefined, fields: () => undefined }, env: {} };
  const workflows = new Map<string, SourceText>();
  for (const name of namesIn(join(dir, 'workflows'), '.yaml'))
    workflows.set(name, source(join(dir, 'workflows', `${name}.yaml`)));
  const tables = new Map<string, SourceText>();
  for (const name of namesIn(join(dir, 'tables'), '.yaml'))
    tables.set(name, source(join(dir, 'tables', `${name}.yaml`)));
  const fieldsFile = join(dir, 'fields.yaml');
  const fields = existsSync(fieldsFile) ? source(fieldsFile) : undefined;
  return {
    resolve: {
      workflow: (name) => workflows.get(name),
      workflowNames: () => [...workflows.keys()],
      fields: () => fields,
      table: (name) => tables.get(name),
      tableNames: () => [...tables.keys()],
      clocks: clockProfiles(dir),
    },
    env: envOf(dir),
  };
}

const Chosen = z.object({ profile: z.string() });
/** `complaints`: the file complaints/profiles.yaml, and what region.yaml says under `complaints: {profile: ...}`. */
function clockProfiles(dir: string): NonNullable<Resolve['clocks']> {
  const region = readYaml(join(dir, 'region.yaml'), z.record(z.string(), z.unknown())) ?? {};
  const sources = new Map<string, SourceText>();
  const kept = (file: string): SourceText => {
    const known = sources.get(file) ?? source(file);
    sources.set(file, known);
    return known;
  };
  return (name) => {
    const file = join(dir, name, 'profiles.yaml');
    const chosen = Chosen.safeParse(region[name]);
    if (!/^[a-z][a-z0-9-]*$/.test(name) || !chosen.success || !existsSync(file)) return undefined;
    const categories = join(dir, name, 'categories.yaml');
    return {
      source: kept(file),
      profile: chosen.data.profile,
      ...(existsSync(categories) ? { categories: kept(categories) } : {}),
    };
  };
}

function envOf(dir: string): CompileEnv {
  const areas = areaCodes(join(dir, 'areas.csv'));
  const units = unitsIn(join(dir, 'agencies.yaml'));
  const staffing = staffingIn(join(dir, 'staff.yaml'));
  const retentionClasses = retentionIn(join(dir, 'retention.yaml'));
  return {
    services: new Set(namesIn(join(dir, 'services'), '.yaml')),
    ...lettersIn(join(dir, 'letters')),
    ...(areas && { areas }),
    ...(units && { units, agencies: new Set(units.keys()) }),
    ...(staffing && { staffing, roles: new Set([...staffing.values()].flatMap((held) => [...held])) }),
    ...(retentionClasses && { retentionClasses }),
    ...holidayYears(join(dirname(dir), 'indonesia', 'holidays')),
  };
}

function source(file: string): SourceText {
  return { file, text: readFileSync(file, 'utf8') };
}

function namesIn(dir: string, ending: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

function areaCodes(file: string): ReadonlySet<string> | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .slice(1);
  return new Set(lines.map((line) => line.split(',')[0]?.trim() ?? '').filter((code) => code !== ''));
}

const Agencies = z.object({
  agencies: z.array(z.object({ code: z.string(), kind: z.string().default(''), parent: z.string().optional() })),
});
function unitsIn(file: string): CompileEnv['units'] {
  const read = readYaml(file, Agencies);
  return read && new Map(read.agencies.map(({ code, kind, parent }) => [code, { kind, parent }]));
}

const Seat = z.object({ unit: z.string().default(''), role: z.string() });
const Staff = z.object({ staff: z.array(z.object({ memberships: z.array(Seat).default([]) })) });
function staffingIn(file: string): CompileEnv['staffing'] {
  const read = readYaml(file, Staff);
  if (read === undefined) return undefined;
  const held = new Map<string, Set<string>>();
  for (const { unit, role } of read.staff.flatMap((person) => person.memberships))
    held.set(unit, (held.get(unit) ?? new Set()).add(role));
  return held;
}

const Retention = z.object({ classes: z.array(z.object({ class: z.string() })) });
function retentionIn(file: string): ReadonlySet<string> | undefined {
  const read = readYaml(file, Retention);
  return read && new Set(read.classes.map((one) => one.class));
}

/** The templates, and what each prints, its imports included ("_surat.typ" is a part, not a letter). */
function lettersIn(dir: string): Pick<CompileEnv, 'letterTemplates' | 'letterReads'> {
  if (!existsSync(dir)) return {};
  const names = namesIn(dir, '.typ');
  const texts = new Map(names.map((name) => [name, readFileSync(join(dir, `${name}.typ`), 'utf8')]));
  const whole = (name: string, seen: readonly string[]): string => {
    const text = texts.get(name) ?? '';
    const imports = [...text.matchAll(/#(?:import|include)\s+"([\w./-]+)\.typ"/g)].map(([, other = '']) => other);
    const others = imports.filter((other) => !seen.includes(other));
    return [text, ...others.map((other) => whole(other, [...seen, name]))].join('\n');
  };
  return {
    letterTemplates: new Set(names),
    letterReads: new Map(names.map((name) => [name, partsRead(whole(name, [name]))])),
  };
}

/** Files of another owner: when they have another shape, that part is not checked here. */
function readYaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined;
  const read = schema.safeParse(parse(readFileSync(file, 'utf8'), { maxAliasCount: 0 }));
  return read.success ? read.data : undefined;
}

function holidayYears(dir: string): { holidayYears?: readonly number[] } {
  if (!existsSync(dir)) return {};
  return {
    holidayYears: namesIn(dir, '.yaml')
      .map(Number)
      .filter((year) => Number.isInteger(year)),
  };
}
