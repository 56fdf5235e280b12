// The region as its files describe it, so that test cases run without a database: who handles a service, and by when.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { localDateOf } from '../../lib/dates/local-date.ts';
import type { Locale } from '../../lib/locale.ts';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import { buildCalendar, holidaysOf, parseCalendarFile, parseHolidayFile } from '../../lib/working-time/files.ts';
import { dueAfter } from '../../lib/working-time/gauge.ts';
import { type Answers, type AreaLookup, answerOf } from '../fields/types.ts';
import type { ServiceDefinition } from '../schema.ts';
import type { TrialWorld } from '../trial/index.ts';

const Unit = z.object({
  code: z.string(),
  kind: z.string().default(''),
  area: z.string().nullish(),
  covers: z.array(z.string()).default([]),
});
type Unit = z.infer<typeof Unit>;
const Agencies = z.object({ agencies: z.array(Unit), partners: z.array(Unit).default([]) });
const Names = z.record(z.string(), z.string());
const Region = z.object({
  timezone: z.string(),
  calendar: z.string().default(''),
  'unit-calendars': Names.default({}),
  'kind-calendars': Names.default({}),
});

export function regionWorld(dir: string, locale: Locale): TrialWorld {
  const { timezone, ...calendars } = Region.parse(yamlAt(join(dir, 'region.yaml')));
  const areas = areasOf(join(dir, 'areas.csv'));
  const { agencies, partners } = Agencies.parse(yamlAt(join(dir, 'agencies.yaml')));
  const units = [...agencies, ...partners].sort((a, b) => (a.code < b.code ? -1 : 1));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const hours = calendarsOf(dir);
  return {
    env: (at) => ({ today: localDateOf(at, timezone), locale, areas: lookupOf(areas) }),
    unitOf: async (definition, answers) => unitFor(definition, answers, { units, byCode, areas })?.code,
    dueAt: async (definition, { unit, sentAt }) => {
      const kind = byCode.get(unit)?.kind ?? '';
      const usual = calendars['unit-calendars'][unit] ?? calendars['kind-calendars'][kind] ?? calendars.calendar;
      const calendar = hours.get(definition.standard.hours.process === '24-jam' ? '24-jam' : usual);
      return calendar && dueAfter(definition.standard.promise, sentAt, calendar);
    },
  };
}

interface Area {
  readonly name: string;
  readonly parent: string;
}
type Areas = ReadonlyMap<string, Area>;
interface Office {
  readonly units: readonly Unit[]; // by code
  readonly byCode: ReadonlyMap<string, Unit>;
  readonly areas: Areas;
}

/** As cases are routed: a unit of its own, the one an answer names, or the one that serves the place of the answer. */
function unitFor(
  { unit: rule }: ServiceDefinition,
  answers: Answers,
  { units, byCode, areas }: Office,
): Unit | undefined {
  if (rule.code !== undefined) return byCode.get(rule.code);
  const answer = placeIn(rule.routeBy === undefined ? undefined : answerOf(answers, rule.routeBy));
  if (answer === undefined) return undefined;
  const named = byCode.get(answer);
  if (named) return named;
  const candidates = units.filter(({ kind }) => kind === rule.kind);
  const covering = candidates.find(({ covers }) => covers.includes(answer));
  if (covering) return covering;
  const around = lineage(areas, answer);
  return around.flatMap((code) => candidates.find(({ area }) => area === code) ?? [])[0];
}

function placeIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const inside = typeof value === 'object' && value !== null && 'area' in value ? value.area : undefined;
  return typeof inside === 'string' ? inside : undefined;
}

/** The area itself, then what contains it, outwards. */
function lineage(areas: Areas, code: string): string[] {
  const seen: string[] = [];
  for (let next: string | undefined = code; next !== undefined && areas.has(next) && !seen.includes(next); ) {
    seen.push(next);
    next = areas.get(next)?.parent;
  }
  return seen;
}

function lookupOf(areas: Areas): AreaLookup {
  return {
    has: (code) => areas.has(code),
    name: (code) => areas.get(code)?.name,
    within: (code, parent) => lineage(areas, code).includes(parent),
  };
}

function areasOf(file: string): Areas {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(1);
  return new Map(
    rows.map((row) => {
      const [code = '', name = '', , parent = ''] = row.trim().split(',');
      return [code, { name, parent }];
    }),
  );
}

function calendarsOf(dir: string): ReadonlyMap<string, WorkCalendar> {
  const holidays = holidaysOf(yamlFiles(join(dirname(dir), 'indonesia', 'holidays')).map(parseHolidayFile));
  const read = yamlFiles(join(dir, 'calendars')).map((file) => buildCalendar(parseCalendarFile(file), holidays));
  return new Map(read.map((calendar) => [calendar.id, calendar]));
}

function yamlFiles(folder: string): unknown[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => yamlAt(join(folder, name)));
}
function yamlAt(file: string): unknown {
  return parse(readFileSync(file, 'utf8'), { maxAliasCount: 0 });
}
