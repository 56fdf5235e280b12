// Content files into tables: only what differs is written, and each difference is logged.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Platform } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { hashOf } from '../holidays.ts';
import { difference, withHolidayChanges } from '../rules.ts';
import { announceChange, forgetMemory } from '../snapshot.ts';
import type { ChangeEntry } from '../store.ts';
import * as store from '../store.ts';
import type { Area, Unit } from '../types.ts';
import { boundariesFile } from './boundaries.ts';
import { type AgencyEntry, type RegionContent, type RegionFile, readRegionContent } from './files.ts';

/** What a load changed; all zero when the content was already there. */
export interface LoadResult {
  readonly units: number;
  readonly areas: number;
  readonly calendars: number;
  readonly changed: boolean;
}

/**
 * Brings units, areas, calendars and settings to what `dir` says (region.yaml, agencies.yaml, areas.csv, boundaries.geojson, calendars/, and the
 * national holidays beside it). What the files no longer name is withdrawn, never deleted. Throws `organisation.content_*`
 * naming the file; then nothing was changed.
 */
export async function loadRegion(platform: Platform, dir: string): Promise<LoadResult> {
  const content = await readRegionContent(dir);
  checkReferences(content);
  const result = await inTransaction(platform, async (platform) => {
    await store.lockLoading(platform.db, platform.region.id);
    const region = await loadSettings(platform, content.region);
    const areas = await loadAreas(platform, content);
    const units = await loadUnits(platform, content.agencies);
    const calendars = await loadCalendars(platform, content);
    const boundaries = await loadBoundaries(platform, content);
    const changed = region + areas + units + calendars + boundaries > 0;
    if (changed) await announceChange(platform);
    return { units, areas, calendars, changed };
  });
  forgetMemory(platform);
  return result;
}

function checkReferences({ region, agencies, areas, calendars }: RegionContent): void {
  const areaCodes = new Set(areas.map((area) => area.code));
  const codes = new Set(agencies.map((agency) => agency.code));
  const calendarIds = new Set(calendars.map((calendar) => calendar.id));
  const wrong = (file: string, place: string, problem: string) =>
    new AppError('invalid', 'organisation.content_wrong', { params: { file, place, problem } });
  if (codes.size !== agencies.length) throw wrong('agencies.yaml', 'code', findTwice(agencies.map(({ code }) => code)));
  for (const { code, parent, area, covers } of agencies) {
    if (parent && (!codes.has(parent) || parent === code)) throw wrong('agencies.yaml', code, `parent: ${parent}`);
    const lost = [...(area ? [area] : []), ...covers].find((each) => !areaCodes.has(each));
    if (lost) throw wrong('agencies.yaml', code, `area: ${lost}`);
  }
  const wanted = [
    region.calendar,
    ...Object.values(region['unit-calendars']),
    ...Object.values(region['kind-calendars']),
  ];
  for (const top of region.escalation?.top ?? [])
    if (!codes.has(top)) throw wrong('region.yaml', 'escalation.top', top);
  const missing = wanted.find((id) => !calendarIds.has(id));
  if (missing) throw wrong('region.yaml', 'calendar', `calendars/${missing}.yaml`);
}

function findTwice(codes: readonly string[]): string {
  return codes.find((code, index) => codes.indexOf(code) !== index) ?? '';
}

async function loadSettings(platform: Platform, file: RegionFile): Promise<number> {
  const { id: _id, code, name, timezone, zone, ...extra } = file;
  const before = await store.findRegionSettings(platform.db);
  const after = { code, name: name.id, timezone, zoneLabel: zone, extra };
  const change = difference(before ? { ...before } : {}, after);
  if (Object.keys(change).length === 0) return 0;
  await store.saveRegionSettings(platform.db, after);
  await log(platform, { subject: 'region', code: file.id, kind: before ? 'changed' : 'added', change });
  return 1;
}

async function loadAreas(platform: Platform, content: RegionContent): Promise<number> {
  const before = new Map((await store.listAreas(platform.db)).map((area) => [area.code, area]));
  const wanted = new Map<string, Area & { active: boolean }>(
    content.areas.map((area) => [area.code, { ...area, active: true }]),
  );
  const gone = [...before.values()].filter((area) => area.active && !wanted.has(area.code));
  const changes = [...wanted.values(), ...gone.map((area) => ({ ...area, active: false }))];
  return await saveChanges(platform, changes, {
    subject: 'area',
    before,
    save: (area) => store.saveArea(platform.db, area),
  });
}

/** The whole drawing at once; the history keeps its hash, the file itself is kept by whoever keeps the region's files. */
async function loadBoundaries(platform: Platform, { boundaries }: RegionContent): Promise<number> {
  const before = await store.findBoundaryHash(platform.db);
  const hash = boundaries ? createHash('sha256').update(canonicalJson(boundaries)).digest('hex').slice(0, 16) : '';
  if (hash === (before ?? '')) return 0;
  await store.saveBoundaries(platform.db, { content: boundaries, contentHash: hash });
  const kind = before ? (boundaries ? 'changed' : 'withdrawn') : 'added';
  await log(platform, { subject: 'region', code: boundariesFile, kind, change: { hash: [before ?? null, hash] } });
  return 1;
}

async function loadUnits(platform: Platform, agencies: readonly AgencyEntry[]): Promise<number> {
  const before = new Map((await store.listAllUnits(platform.db)).map((unit) => [unit.code, unit]));
  const ids = new Map(agencies.map(({ code }) => [code, before.get(code)?.id ?? newId()]));
  const wanted = parentsFirst(agencies).map((agency) => toUnit(agency, ids));
  const gone = [...before.values()].filter((unit) => unit.active && !ids.has(unit.code));
  return await saveChanges(platform, [...wanted, ...gone.map((unit) => ({ ...unit, active: false }))], {
    subject: 'unit',
    before,
    save: (unit) => store.saveUnit(platform.db, unit),
  });
}

async function saveChanges<T extends { code: string; active: boolean }>(
  platform: Platform,
  wanted: readonly T[],
  how: { subject: 'unit' | 'area'; before: ReadonlyMap<string, T>; save: (item: T) => Promise<void> },
): Promise<number> {
  let count = 0;
  for (const item of wanted) {
    const before = how.before.get(item.code);
    const change = difference(before ? { ...before } : {}, { ...item });
    if (Object.keys(change).length === 0) continue;
    await how.save(item);
    await log(platform, { subject: how.subject, code: item.code, kind: kindOf(before, item), change });
    count += 1;
  }
  return count;
}

function kindOf(before: { active: boolean } | undefined, after: { active: boolean }): ChangeEntry['kind'] {
  if (!before) return 'added';
  if (before.active === after.active) return 'changed';
  return after.active ? 'restored' : 'withdrawn';
}

// A unit's row points at its parent's, so parents are written first whatever the order in the file.
function parentsFirst(agencies: readonly AgencyEntry[]): readonly AgencyEntry[] {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const ordered = new Map<string, AgencyEntry>();
  const visit = (agency: AgencyEntry, below: ReadonlySet<string>): void => {
    if (ordered.has(agency.code)) return;
    if (below.has(agency.code)) {
      throw new AppError('invalid', 'organisation.content_wrong', {
        params: { file: 'agencies.yaml', place: agency.code, problem: `parent: ${agency.parent ?? ''}` },
      });
    }
    const parent = agency.parent ? byCode.get(agency.parent) : undefined;
    if (parent) visit(parent, new Set([...below, agency.code]));
    ordered.set(agency.code, agency);
  };
  for (const agency of agencies) visit(agency, new Set());
  return [...ordered.values()];
}

function toUnit(agency: AgencyEntry, ids: ReadonlyMap<string, string>): Unit {
  return {
    id: ids.get(agency.code) ?? newId(),
    code: agency.code,
    name: agency.name.id,
    label: agency.name,
    short: agency.short,
    kind: agency.kind,
    parentId: agency.parent ? ids.get(agency.parent) : undefined,
    areaCode: agency.area ?? undefined,
    covers: agency.covers,
    confidence: agency.confidence,
    details: {
      address: agency.address,
      phone: agency.phone,
      email: agency.email,
      hours: agency.hours,
      legalBasis: agency['legal-basis'] ?? agency.legal_basis,
      note: agency.note,
      handles: agency.handles,
      sources: [...agency.sources, ...agency.source],
    },
    active: true,
  };
}

async function loadCalendars(platform: Platform, content: RegionContent): Promise<number> {
  const versions = await store.listCalendarVersions(platform.db);
  const changes = await store.listHolidayChanges(platform.db);
  let count = 0;
  for (const file of content.calendars) {
    // What an administrator decided stands over the files: loading them again undoes nothing.
    const calendar = withHolidayChanges(
      file,
      changes.filter((change) => change.calendar === file.id),
    );
    const latest = versions.filter((version) => version.code === calendar.id).at(-1);
    const contentHash = hashOf(calendar);
    if (latest?.contentHash === contentHash) continue;
    const version = (latest?.version ?? 0) + 1;
    const id = `${calendar.id}@${version}`;
    const createdAt = platform.clock.now();
    await store.insertCalendarVersion(platform.db, {
      id,
      code: calendar.id,
      version,
      calendar,
      contentHash,
      createdAt,
    });
    const change = difference(latest ? { ...latest.calendar } : {}, { ...calendar });
    await log(platform, { subject: 'calendar', code: calendar.id, kind: latest ? 'changed' : 'added', change });
    count += 1;
  }
  return count;
}

async function log(platform: Platform, entry: Omit<ChangeEntry, 'id' | 'at'>): Promise<void> {
  await store.insertChange(platform.db, { ...entry, id: newId(), at: platform.clock.now() });
}
