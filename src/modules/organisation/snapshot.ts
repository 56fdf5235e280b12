// The whole organisation of a region in memory. A hot path costs no SQL; once a second one small query asks whether
// the rows have changed, so a change made by another process is seen within a second.
import { randomUUID } from 'node:crypto';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import type { Db, Platform } from '../../platform/context.ts';
import type { EventBus } from '../../platform/events.ts';
import { makeAreaLookup } from './rules.ts';
import * as store from './store.ts';
import type { Area, AreaLookup, Boundaries, RegionSettings, Unit } from './types.ts';

export interface Snapshot {
  readonly token: string;
  readonly units: readonly Unit[];
  readonly unitsById: ReadonlyMap<string, Unit>;
  readonly unitsByCode: ReadonlyMap<string, Unit>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly lookup: AreaLookup;
  readonly settings: RegionSettings | undefined;
  readonly boundaries: (Boundaries & { readonly hash: string }) | undefined;
  readonly calendars: ReadonlyMap<string, WorkCalendar>; // by version id
  readonly currentCalendars: ReadonlyMap<string, string>; // code -> newest version id
}
interface Memory {
  snapshot?: Snapshot | undefined;
  checkedAt: number;
  asking?: Promise<Snapshot> | undefined;
}

const checkEveryMs = 1_000;
// The event bus is made once per platform and is the same object inside transactions, so it stands for the platform.
const memories = new WeakMap<EventBus, Map<string, Memory>>();

export async function currentSnapshot(platform: Platform): Promise<Snapshot> {
  const memory = memoryOf(platform);
  const known = memory.snapshot;
  if (known && performance.now() - memory.checkedAt < checkEveryMs) return known;
  if (platform.db.isTransaction) return await snapshotInTransaction(platform, known);
  // Right after the start nothing is known yet: whoever comes meanwhile waits for the same answer.
  if (known === undefined && memory.asking) return memory.asking;
  memory.asking = lookAgain(platform, memory).finally(() => {
    memory.asking = undefined;
  });
  return memory.asking;
}

async function lookAgain(platform: Platform, memory: Memory): Promise<Snapshot> {
  // Stamped before asking: requests that arrive meanwhile use what is known instead of asking too.
  memory.checkedAt = performance.now();
  const known = memory.snapshot;
  const token = await findToken(platform);
  if (known?.token === token) return known;
  const snapshot = await readSnapshot(platform, { token, calendars: known?.calendars });
  memory.snapshot = snapshot;
  return snapshot;
}

// A transaction may see rows that are never committed, so what it reads stays with it.
const seenInTransaction = new WeakMap<Db, Snapshot>();
async function snapshotInTransaction(platform: Platform, known: Snapshot | undefined): Promise<Snapshot> {
  const token = await findToken(platform);
  const seen = seenInTransaction.get(platform.db) ?? known;
  if (seen?.token === token) return seen;
  const snapshot = await readSnapshot(platform, { token, calendars: known?.calendars });
  seenInTransaction.set(platform.db, snapshot);
  return snapshot;
}

async function findToken(platform: Platform): Promise<string> {
  return (await store.findRevision(platform.db)) ?? 'never-loaded';
}

/** A token that is another one after every change of units, areas, calendars, officers or roles. */
export async function currentRevision(platform: Platform): Promise<string> {
  return (await currentSnapshot(platform)).token;
}

/** Tells every process that what it remembers of the organisation is old; call inside the transaction that changes it. */
export async function announceChange(platform: Platform): Promise<void> {
  await store.saveRevision(platform.db, { token: randomUUID(), changedAt: platform.clock.now() });
}

/** This process looks again at once; call after the transaction. */
export function forgetMemory(platform: Platform): void {
  memoryOf(platform).checkedAt = Number.NEGATIVE_INFINITY;
}

function memoryOf(platform: Platform): Memory {
  const regions = memories.get(platform.events) ?? new Map<string, Memory>();
  memories.set(platform.events, regions);
  const memory = regions.get(platform.region.id) ?? { checkedAt: Number.NEGATIVE_INFINITY };
  regions.set(platform.region.id, memory);
  return memory;
}

async function readSnapshot(
  platform: Platform,
  known: { token: string; calendars: ReadonlyMap<string, WorkCalendar> | undefined },
): Promise<Snapshot> {
  const units = await store.listAllUnits(platform.db);
  const areas = new Map(
    (await store.listAreas(platform.db)).filter((area) => area.active).map((area) => [area.code, area]),
  );
  const versions = await store.listCalendarVersions(platform.db);
  return {
    token: known.token,
    units,
    unitsById: new Map(units.map((unit) => [unit.id, unit])),
    unitsByCode: new Map(units.map((unit) => [unit.code, unit])),
    areas,
    lookup: makeAreaLookup(areas),
    settings: await store.findRegionSettings(platform.db),
    boundaries: await store.findBoundaries(platform.db),
    // The same object for the same version: the clocks remember what a day is worth per calendar object.
    calendars: new Map(versions.map((version) => [version.id, known.calendars?.get(version.id) ?? version.calendar])),
    currentCalendars: new Map(versions.map((version) => [version.code, version.id])),
  };
}
