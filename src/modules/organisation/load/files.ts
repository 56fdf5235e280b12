// The content files of a region, read and checked. Whatever is wrong is said with the file it is wrong in.
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { WorkCalendar } from '../../../lib/working-time/calendar.ts';
import { buildCalendar, holidaysOf, parseCalendarFile, parseHolidayFile } from '../../../lib/working-time/files.ts';
import { areaLevels, type Boundaries } from '../types.ts';
import { boundariesFile, readBoundaries } from './boundaries.ts';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const areaCode = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/);
const LocalName = z.union([
  z
    .string()
    .min(1)
    .transform((id): { id: string; en?: string | undefined } => ({ id })),
  z.object({ id: z.string().min(1), en: z.string().min(1).optional() }),
]);

export const AgencyEntry = z.object({
  code,
  name: LocalName,
  short: z.string().min(1),
  kind: code,
  parent: code.nullish(),
  area: areaCode.nullish(),
  covers: z.array(areaCode).default([]),
  confidence: z.enum(['sourced', 'typical']).default('typical'),
  address: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  hours: z.string().optional(),
  'legal-basis': z.string().optional(),
  legal_basis: z.string().optional(),
  note: z.string().optional(),
  handles: z.array(z.string()).default([]),
  sources: z.array(z.string()).default([]),
  source: z.array(z.string()).default([]),
});
export type AgencyEntry = z.infer<typeof AgencyEntry>;
const AgenciesFile = z.object({ agencies: z.array(AgencyEntry), partners: z.array(AgencyEntry).default([]) });

export const EscalationFile = z.object({
  every: z.object({
    amount: z.number().positive(),
    unit: z.enum(['working-days', 'working-hours', 'calendar-days', 'clock-hours']),
  }),
  top: z
    .union([code, z.array(code)])
    .transform((top) => [top].flat())
    .optional(), // the units at the end of every line
});

export const RegionFile = z.looseObject({
  id: code,
  code: areaCode,
  name: LocalName,
  timezone: z.string().min(1),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  calendar: code.default('jam-kantor'), // for every unit that the two lists below do not name
  'unit-calendars': z.record(code, code).default({}), // by unit code
  'kind-calendars': z.record(code, code).default({}), // by unit kind
  heads: z.array(code).min(1).optional(), // roles that lead a unit, the first that is held counts
  escalation: EscalationFile.optional(),
});
export type RegionFile = z.infer<typeof RegionFile>;

const AreaRow = z.object({
  code: areaCode,
  name: z.string().min(1),
  level: z.enum(areaLevels),
  parentCode: areaCode,
});
type AreaRow = z.infer<typeof AreaRow>;

export interface RegionContent {
  readonly region: RegionFile;
  readonly agencies: readonly AgencyEntry[];
  readonly areas: readonly AreaRow[];
  readonly calendars: readonly WorkCalendar[];
  readonly boundaries: Boundaries | undefined;
}
export interface YamlFile {
  readonly file: string; // file name without folder, for sentences
  readonly content: unknown;
}

/** Reads everything before anything is written, so that a mistake in the last file changes nothing. */
export async function readRegionContent(dir: string): Promise<RegionContent> {
  const agencies = checked(AgenciesFile, await readYaml(join(dir, 'agencies.yaml')));
  const holidayFiles = await readFolder(join(dirname(dir), 'indonesia', 'holidays'));
  const holidays = holidaysOf(holidayFiles.map((file) => named(file, () => parseHolidayFile(file.content))));
  const calendarFiles = await readFolder(join(dir, 'calendars'));
  const areas = await readAreas(join(dir, 'areas.csv'));
  return {
    region: checked(RegionFile, await readYaml(join(dir, 'region.yaml'))),
    agencies: [...agencies.agencies, ...agencies.partners],
    areas,
    boundaries: await readBoundaries(join(dir, boundariesFile), areas),
    calendars: calendarFiles.map((file) => named(file, () => buildCalendar(parseCalendarFile(file.content), holidays))),
  };
}

/** Parses with a zod schema; a refusal names the file, the place in it and what is wrong there. */
export function checked<T>(schema: z.ZodType<T>, source: YamlFile): T {
  const result = schema.safeParse(source.content);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new AppError('invalid', 'organisation.content_wrong', {
    params: { file: source.file, place: first?.path.join('.') ?? '', problem: first?.message ?? '' },
  });
}

// The calendar parser knows the place but not the file.
function named<T>(source: YamlFile, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const first = cause instanceof AppError ? cause.fields[0] : undefined;
    if (!first) throw cause;
    throw new AppError('invalid', 'organisation.content_wrong', {
      params: { file: source.file, place: first.field, problem: first.message },
      cause,
    });
  }
}

export async function readYaml(path: string): Promise<YamlFile> {
  const text = await readText(path);
  try {
    return { file: basename(path), content: parse(text) as unknown };
  } catch (cause) {
    const problem = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    throw new AppError('invalid', 'organisation.content_wrong', {
      params: { file: basename(path), place: '', problem },
      cause,
    });
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError('not_found', 'organisation.content_missing', { params: { file: path }, cause });
  }
}

async function readFolder(folder: string): Promise<YamlFile[]> {
  const names = await readdir(folder).catch(() => []);
  return await Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readYaml(join(folder, name))),
  );
}

// Area names hold no commas or quotes (checked here), so no csv parser is needed for this one official list.
async function readAreas(path: string): Promise<AreaRow[]> {
  const [header, ...lines] = (await readText(path)).trim().split(/\r?\n/);
  const content = lines.map((line) => {
    const [areaCodeText, name, level, parentCode, ...rest] = line.split(',');
    return rest.length > 0 ? { line } : { code: areaCodeText, name, level, parentCode };
  });
  if (header !== 'code,name,level,parent_code') content.unshift({ line: header ?? '' });
  return checked(z.array(AreaRow), { file: basename(path), content });
}
