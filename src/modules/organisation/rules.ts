// Pure decisions over the units and areas of one region.
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import type { Area, AreaGroup, AreaLookup, HolidayChange, Unit } from './types.ts';

/**
 * The unit of this kind that serves the area: the one that names the area, else the one of the nearest area around it
 * (kelurahan, then kecamatan, then city). Several units in one kecamatan: the one that covers the area, else the first by code.
 */
export function findServingUnit(
  units: readonly Unit[],
  areas: ReadonlyMap<string, Area>,
  wanted: { kind: string; areaCode: string },
) {
  const candidates = units
    .filter((unit) => unit.active && unit.kind === wanted.kind)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const covering = candidates.find((unit) => unit.covers.includes(wanted.areaCode));
  if (covering) return covering;
  for (const code of lineage(areas, wanted.areaCode)) {
    const found = candidates.find((unit) => unit.areaCode === code);
    if (found) return found;
  }
  return undefined;
}

/** The area itself, then what contains it, outwards. A loop in the content ends the walk instead of the process. */
export function lineage(areas: ReadonlyMap<string, Area>, code: string): readonly string[] {
  const seen: string[] = [];
  for (let next: string | undefined = code; next && areas.has(next) && !seen.includes(next); ) {
    seen.push(next);
    next = areas.get(next)?.parentCode;
  }
  return seen;
}

export function makeAreaLookup(areas: ReadonlyMap<string, Area>): AreaLookup {
  const groups = groupByDistrict([...areas.values()]);
  return {
    has: (code) => areas.has(code),
    name: (code) => areas.get(code)?.name,
    within: (code, ancestor) => lineage(areas, code).includes(ancestor),
    list: () => groups,
  };
}

function groupByDistrict(areas: readonly Area[]): readonly AreaGroup[] {
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'id');
  return areas
    .filter((area) => area.level === 'district')
    .sort(byName)
    .map((district) => ({
      code: district.code,
      name: district.name,
      areas: areas
        .filter((area) => area.level === 'village' && area.parentCode === district.code)
        .sort(byName)
        .map(({ code, name }) => ({ code, name })),
    }));
}

/** The calendar with the changes made to it, in their order; a change that is there already changes nothing. */
export function withHolidayChanges(calendar: WorkCalendar, changes: readonly HolidayChange[]): WorkCalendar {
  if (changes.length === 0) return calendar;
  const holidays = new Map(calendar.holidays.map((holiday) => [holiday.date, holiday]));
  for (const { action, day, name, kind, decree } of changes) {
    if (action === 'remove') holidays.delete(day);
    else if (!holidays.has(day)) holidays.set(day, { date: day, name: { id: name }, kind, decree });
  }
  return { ...calendar, holidays: [...holidays.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** Field by field what differs, for the change log; empty when nothing does. */
export function difference(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, { from: unknown; to: unknown }> {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const key of Object.keys(after)) {
    if (canonicalJson(before[key]) !== canonicalJson(after[key]))
      changes[key] = { from: before[key] ?? null, to: after[key] ?? null };
  }
  return changes;
}
