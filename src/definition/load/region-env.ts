// Reading a region's folder for the compiler. The only files of the service language that touch the disk are this one
// and compile-files.ts; everything they call is pure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CompileEnv } from '../compiler/index.ts';
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
    },
    env: envOf(dir),
  };
}

function envOf(dir: string): CompileEnv {
  const areas = areaCodes(join(dir, 'areas.csv'));
  const agencies = codesIn(join(dir, 'agencies.yaml'));
  const roles = rolesIn(join(dir, 'staff.yaml'));
  return {
    services: new Set(namesIn(join(dir, 'services'), '.yaml')),
    ...(existsSync(join(dir, 'letters')) && { letterTemplates: new Set(namesIn(join(dir, 'letters'), '.typ')) }),
    ...(areas && { areas }),
    ...(agencies && { agencies }),
    ...(roles && { roles }),
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

const Agencies = z.object({ agencies: z.array(z.object({ code: z.string() })) });
function codesIn(file: string): ReadonlySet<string> | undefined {
  const read = readYaml(file, Agencies);
  return read && new Set(read.agencies.map((agency) => agency.code));
}

const Staff = z.object({ staff: z.array(z.object({ memberships: z.array(z.object({ role: z.string() })) })) });
function rolesIn(file: string): ReadonlySet<string> | undefined {
  const read = readYaml(file, Staff);
  return read && new Set(read.staff.flatMap((person) => person.memberships.map((membership) => membership.role)));
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
