// All SQL of organisation. Reads load a whole region at once: a few hundred rows that change a few times a year.
import { sql } from 'kysely';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import type { Db } from '../../platform/context.ts';
import { only } from '../../platform/database/index.ts';
import type { Area, AreaLevel, Boundaries, HolidayChange, RegionSettings, Unit, UnitDetails } from './types.ts';

const own = (db: Db) => only(db, 'organisation');

export async function findRevision(db: Db): Promise<string | undefined> {
  const row = await own(db).selectFrom('organisation.revision').select('token').executeTakeFirst();
  return row?.token;
}

export async function saveRevision(db: Db, revision: { token: string; changedAt: Date }): Promise<void> {
  await own(db)
    .insertInto('organisation.revision')
    .values(revision)
    .onConflict((conflict) => conflict.column('regionId').doUpdateSet(revision))
    .execute();
}

/** Loads wait for each other; the lock goes with the transaction. */
export async function lockLoading(db: Db, regionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisation.load:${regionId}`}, 0))`.execute(db);
}

export async function findRegionSettings(db: Db): Promise<RegionSettings | undefined> {
  const row = await own(db)
    .selectFrom('organisation.regionSetting')
    .select(['regionId', 'code', 'name', 'timezone', 'zoneLabel', 'settings'])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.regionId,
    code: row.code,
    name: row.name,
    timezone: row.timezone,
    zoneLabel: row.zoneLabel as RegionSettings['zoneLabel'], // the table's check constraint
    extra: row.settings as Record<string, unknown>,
  };
}

export async function saveRegionSettings(db: Db, region: Omit<RegionSettings, 'id'>): Promise<void> {
  const { extra, ...columns } = region;
  const values = { ...columns, settings: JSON.stringify(extra) };
  await own(db)
    .insertInto('organisation.regionSetting')
    .values(values)
    .onConflict((conflict) => conflict.column('regionId').doUpdateSet(values))
    .execute();
}

export async function listAreas(db: Db): Promise<(Area & { active: boolean })[]> {
  const rows = await own(db)
    .selectFrom('organisation.area')
    .select(['code', 'name', 'level', 'parentCode', 'active'])
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as AreaLevel, parentCode: row.parentCode ?? undefined }));
}

export async function saveArea(db: Db, area: Area & { active: boolean }): Promise<void> {
  const values = { ...area, parentCode: area.parentCode ?? null };
  await own(db)
    .insertInto('organisation.area')
    .values(values)
    .onConflict((conflict) => conflict.columns(['regionId', 'code']).doUpdateSet(values))
    .execute();
}

export async function findBoundaryHash(db: Db): Promise<string | undefined> {
  const row = await own(db).selectFrom('organisation.boundary').select('contentHash').executeTakeFirst();
  return row?.contentHash || undefined;
}

export async function findBoundaries(db: Db): Promise<(Boundaries & { readonly hash: string }) | undefined> {
  const row = await own(db)
    .selectFrom('organisation.boundary')
    .select(['content', 'contentHash'])
    .where('content', 'is not', null)
    .executeTakeFirst();
  return row && { ...(row.content as unknown as Boundaries), hash: row.contentHash };
}

export async function saveBoundaries(
  db: Db,
  { content, contentHash }: { readonly content: Boundaries | undefined; readonly contentHash: string },
): Promise<void> {
  const values = { content: content ? JSON.stringify(content) : null, contentHash };
  await own(db)
    .insertInto('organisation.boundary')
    .values(values)
    .onConflict((conflict) => conflict.column('regionId').doUpdateSet(values))
    .execute();
}

export async function listAllUnits(db: Db): Promise<Unit[]> {
  const rows = await own(db)
    .selectFrom('organisation.unit')
    .select([
      'id',
      'code',
      'name',
      'nameEn',
      'short',
      'kind',
      'parentId',
      'areaCode',
      'covers',
      'confidence',
      'details',
      'active',
    ])
    .orderBy('code')
    .execute();
  return rows.map(({ nameEn, ...row }) => ({
    ...row,
    label: nameEn ? { id: row.name, en: nameEn } : { id: row.name },
    parentId: row.parentId ?? undefined,
    areaCode: row.areaCode ?? undefined,
    confidence: row.confidence as Unit['confidence'],
    details: row.details as unknown as UnitDetails,
  }));
}

export async function saveUnit(db: Db, unit: Unit): Promise<void> {
  const { label, details, ...columns } = unit;
  const values = {
    ...columns,
    nameEn: label.en ?? null,
    parentId: unit.parentId ?? null,
    areaCode: unit.areaCode ?? null,
    covers: [...unit.covers],
    details: JSON.stringify(details),
  };
  await own(db)
    .insertInto('organisation.unit')
    .values(values)
    .onConflict((conflict) => conflict.columns(['regionId', 'id']).doUpdateSet(values))
    .execute();
}

export interface CalendarVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly calendar: WorkCalendar;
  readonly contentHash: string;
}

export async function listCalendarVersions(db: Db): Promise<CalendarVersion[]> {
  const rows = await own(db)
    .selectFrom('organisation.calendarVersion')
    .select(['id', 'code', 'version', 'calendar', 'contentHash'])
    .orderBy('code')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...row, calendar: row.calendar as unknown as WorkCalendar }));
}

export async function insertCalendarVersion(db: Db, version: CalendarVersion & { createdAt: Date }): Promise<void> {
  await own(db)
    .insertInto('organisation.calendarVersion')
    .values({ ...version, calendar: JSON.stringify(version.calendar) })
    .execute();
}

/** Oldest first, as they are applied. */
export async function listHolidayChanges(db: Db): Promise<(HolidayChange & { at: Date; officerId: string | null })[]> {
  const rows = await own(db)
    .selectFrom('organisation.holidayChange')
    .select(['calendar', 'action', 'name', 'kind', 'decree', 'at', 'officerId', sql<string>`day::text`.as('day')])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    action: row.action === 'remove' ? 'remove' : 'add',
    kind: row.kind === 'national' ? 'national' : 'cuti-bersama',
  }));
}

export async function insertHolidayChange(
  db: Db,
  change: HolidayChange & { id: string; at: Date; officerId: string | undefined },
): Promise<void> {
  const { id, at, calendar, day, action, name, kind, decree, officerId } = change;
  await own(db)
    .insertInto('organisation.holidayChange')
    .values({ id, at, calendar, day, action, name, kind, decree, officerId: officerId ?? null })
    .execute();
}

export interface ChangeEntry {
  readonly id: string;
  readonly at: Date;
  readonly subject: 'region' | 'area' | 'unit' | 'calendar';
  readonly code: string;
  readonly kind: 'added' | 'changed' | 'withdrawn' | 'restored';
  readonly change: Readonly<Record<string, unknown>>;
}

export async function insertChange(db: Db, entry: ChangeEntry): Promise<void> {
  await own(db)
    .insertInto('organisation.changeLog')
    .values({ ...entry, change: JSON.stringify(entry.change) })
    .execute();
}

export async function listChangeEntries(db: Db, subject: ChangeEntry['subject'], code: string): Promise<ChangeEntry[]> {
  const rows = await own(db)
    .selectFrom('organisation.changeLog')
    .select(['id', 'at', 'subject', 'code', 'kind', 'change'])
    .where('subject', '=', subject)
    .where('code', '=', code)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    subject: row.subject as ChangeEntry['subject'],
    kind: row.kind as ChangeEntry['kind'],
    change: row.change as Record<string, unknown>,
  }));
}
