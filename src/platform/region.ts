// The few facts about a region that the plumbing itself needs; the rest of its content belongs to the modules.
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Region } from './context.ts';
import { projectRoot } from './root.ts';
import { startupError, systemCode } from './startup-error.ts';

const zones = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
const RegionFile = z.looseObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  code: z.string(),
  name: z.union([z.string(), z.looseObject({ id: z.string() })]),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  timezone: z.string().optional(),
  contact: z.looseObject({ 'call-centre': z.string().optional(), emergency: z.string().optional() }).optional(),
});

/** Reads regions/<id>/region.yaml. */
export function readRegion(id: string): Promise<Region> {
  return readRegionFolder(join(projectRoot, 'regions', id));
}

export async function readRegionFolder(folder: string): Promise<Region> {
  const dir = resolve(folder);
  const file = join(dir, 'region.yaml');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT' && systemCode(error) !== 'ENOTDIR') throw error;
    throw startupError(
      `There is no region in ${dir}: the file region.yaml is missing. Set REGION to a folder name under regions/.`,
    );
  });
  const parsed = RegionFile.safeParse(parseYaml(text, file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw startupError(`${file} is not valid: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`);
  }
  const { id, code, name, zone, timezone, contact } = parsed.data;
  if (id !== basename(dir))
    throw startupError(`${file} says id "${id}" but its folder is "${basename(dir)}"; they must be the same.`);
  return {
    id,
    code,
    name: typeof name === 'string' ? name : name.id,
    zoneLabel: zone,
    timezone: timezone ?? zones[zone],
    dir,
    phone: contact?.['call-centre'] ?? contact?.emergency,
  };
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw startupError(
      `${file} is not valid YAML: ${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : ''}`,
      error,
    );
  }
}
