// Front door: questions about units, areas, calendars and the region, answered from memory.
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import type { Platform } from '../../platform/context.ts';
import { EscalationFile } from './load/files.ts';
import { findServingUnit } from './rules.ts';
import { currentSnapshot, forgetMemory } from './snapshot.ts';
import type { AreaLookup, EscalationRules, RegionSettings, Unit } from './types.ts';

/** The unit with this id, withdrawn ones included (old cases name them); throws `organisation.unit_unknown`. */
export async function getUnit(platform: Platform, id: string): Promise<Unit> {
  const unit = (await currentSnapshot(platform)).unitsById.get(id);
  if (!unit) throw new AppError('not_found', 'organisation.unit_unknown', { params: { unit: id } });
  return unit;
}

/** By the code other content files use, e.g. `kel-lompoe`; withdrawn units are not found. */
export async function findUnitByCode(platform: Platform, code: string): Promise<Unit | undefined> {
  const unit = (await currentSnapshot(platform)).unitsByCode.get(code);
  return unit?.active ? unit : undefined;
}

/** The unit of a kind that serves an area: its own kelurahan, the kecamatan around it, the puskesmas that covers it. */
export async function unitForArea(platform: Platform, kind: string, areaCode: string): Promise<Unit | undefined> {
  const { units, areas } = await currentSnapshot(platform);
  return findServingUnit(units, areas, { kind, areaCode });
}

/** The unit above: the kecamatan of a kelurahan, the agency of an UPT; undefined at the top. */
export async function parentUnit(platform: Platform, unit: Pick<Unit, 'parentId'>): Promise<Unit | undefined> {
  return unit.parentId === undefined ? undefined : (await currentSnapshot(platform)).unitsById.get(unit.parentId);
}

/** Active units in the order of their codes, all or of one kind. */
export async function listUnits(platform: Platform, wanted: { kind?: string } = {}): Promise<readonly Unit[]> {
  const { units } = await currentSnapshot(platform);
  return units.filter((unit) => unit.active && (wanted.kind === undefined || unit.kind === wanted.kind));
}

export async function areaLookup(platform: Platform): Promise<AreaLookup> {
  return (await currentSnapshot(platform)).lookup;
}

/** A calendar with the id that is copied onto a case; the object is the same for the same id. */
export interface CalendarRef {
  readonly id: string; // 'jam-kantor@2'
  readonly calendar: WorkCalendar;
}

/**
 * The calendar a unit works by now: the named one (a service's processing hours, `24-jam` or `jam-kantor`), else what
 * region.yaml says for the unit, its kind, or all. Throws `organisation.calendar_unknown`.
 */
export async function calendarFor(
  platform: Platform,
  unit: Pick<Unit, 'code' | 'kind'>,
  named?: string,
): Promise<CalendarRef> {
  const { settings, currentCalendars, calendars } = await currentSnapshot(platform);
  const code = named ?? calendarCode(settings, unit);
  const id = currentCalendars.get(code);
  const calendar = id === undefined ? undefined : calendars.get(id);
  if (id === undefined || !calendar) throw unknownCalendar(code);
  return { id, calendar };
}

/** A calendar version by the id a case was promised with, however old. Throws `organisation.calendar_unknown`. */
export async function getCalendar(platform: Platform, id: string): Promise<CalendarRef> {
  const known = (await currentSnapshot(platform)).calendars.get(id);
  if (known) return { id, calendar: known };
  forgetMemory(platform); // a case may name a version that was made a moment ago: look again before saying no
  const calendar = (await currentSnapshot(platform)).calendars.get(id);
  if (!calendar) throw unknownCalendar(id);
  return { id, calendar };
}

/** Throws `organisation.region_not_loaded` before the first load. */
export async function regionSettings(platform: Platform): Promise<RegionSettings> {
  const { settings } = await currentSnapshot(platform);
  if (!settings)
    throw new AppError('unavailable', 'organisation.region_not_loaded', { params: { region: platform.region.id } });
  return settings;
}

const EscalationSettings = z.object({
  heads: z.array(z.string()).default(['lurah', 'camat', 'kadis', 'sekda']),
  escalation: EscalationFile.default({ every: { amount: 1, unit: 'working-days' } }),
});

/** Who is head of a unit (the first of these roles that somebody holds), and how lateness climbs. Checked when the region was loaded. */
export async function escalationSettings(platform: Platform): Promise<EscalationRules> {
  const { settings } = await currentSnapshot(platform);
  const known = settings && rulesOf.get(settings);
  if (known) return known;
  const { heads, escalation } = EscalationSettings.parse(settings?.extra ?? {});
  const rules = { heads, every: escalation.every, ...(escalation.top ? { top: escalation.top } : {}) };
  if (settings) rulesOf.set(settings, rules);
  return rules;
}
const rulesOf = new WeakMap<RegionSettings, EscalationRules>();

function calendarCode(settings: RegionSettings | undefined, unit: Pick<Unit, 'code' | 'kind'>): string {
  const extra = settings?.extra ?? {};
  return (
    named(extra['unit-calendars'], unit.code) ??
    named(extra['kind-calendars'], unit.kind) ??
    named(extra, 'calendar') ??
    ''
  );
}

function named(record: unknown, key: string): string | undefined {
  const value =
    record !== null && typeof record === 'object'
      ? Object.entries(record).find(([name]) => name === key)?.[1]
      : undefined;
  return typeof value === 'string' ? value : undefined;
}

function unknownCalendar(code: string): AppError {
  return new AppError('not_found', 'organisation.calendar_unknown', { params: { calendar: code } });
}
