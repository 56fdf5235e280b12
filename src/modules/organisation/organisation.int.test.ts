import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../tests/support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { loadConfig } from '../../platform/config.ts';
import type { Platform } from '../../platform/context.ts';
import { createPlatform } from '../../platform/create-platform.ts';
import { createLog } from '../../platform/log.ts';
import { readRegionFolder } from '../../platform/region.ts';
import { projectRoot } from '../../platform/root.ts';
import {
  areaLookup,
  boundaries,
  calendarFor,
  findUnitByCode,
  getCalendar,
  getUnit,
  listUnits,
  loadRegion,
  parentUnit,
  placeOfPoint,
  regionSettings,
  unitForArea,
} from './index.ts';
import { listChangeEntries } from './store.ts';

let database: TestDatabase;
let folder: string;
let dir: string;
let platform: Platform;

async function aPlatform(regionId = 'parepare'): Promise<Platform> {
  const region = { ...(await readRegionFolder(dir)), id: regionId };
  const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent', SECRET_KEY: 'k'.repeat(32) });
  return await createPlatform({
    config,
    region,
    db: database.open(regionId).db,
    log: createLog('silent'),
    clock: createTestClock(),
  });
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(dir, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'loket24-organisation-'));
  dir = join(folder, 'parepare');
  await cp(join(projectRoot, 'regions', 'parepare'), dir, { recursive: true });
  await cp(join(projectRoot, 'regions', 'indonesia'), join(folder, 'indonesia'), { recursive: true });
  platform = await aPlatform();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('loading a region', () => {
  it('brings every unit, area and calendar of the content, and nothing the second time', async () => {
    const first = await loadRegion(platform, dir);
    expect(first).toMatchObject({ areas: 27, calendars: 2, changed: true });
    expect(first.units).toBeGreaterThanOrEqual(72);
    expect(await loadRegion(platform, dir)).toEqual({ units: 0, areas: 0, calendars: 0, changed: false });
    expect((await regionSettings(platform)).name).toBe('Kota Parepare');
  });

  it('answers which unit serves, and who stands above it', async () => {
    const kelurahan = await unitForArea(platform, 'kelurahan', '73.72.04.1004');
    expect(kelurahan?.code).toBe('kel-tiro-sompe');
    const kecamatan = await unitForArea(platform, 'kecamatan', '73.72.04.1004');
    expect(kecamatan?.code).toBe('kec-bacukiki-barat');
    expect(kelurahan && (await parentUnit(platform, kelurahan))).toEqual(kecamatan);
    expect((await areaLookup(platform)).list()).toHaveLength(4);
  });

  it('costs no query while nothing changes', async () => {
    await listUnits(platform);
    const closed = { ...platform, db: database.open().db };
    await closed.db.destroy();
    const unit = await findUnitByCode(closed, 'disdukcapil');
    expect(unit && (await getUnit(closed, unit.id)).name).toBe('Dinas Kependudukan dan Pencatatan Sipil');
    expect(unit && (await calendarFor(closed, unit)).id).toBe('jam-kantor@1');
  });

  it('gives a unit its own calendar when the region says so, or the one that is asked for', async () => {
    expect((await calendarFor(platform, { code: 'call-center-112', kind: 'upt' })).id).toBe('24-jam@1');
    expect((await calendarFor(platform, { code: 'disdukcapil', kind: 'dinas' }, '24-jam')).id).toBe('24-jam@1');
    await expect(calendarFor(platform, { code: 'x', kind: 'y' }, 'tengah-malam')).rejects.toMatchObject({
      code: 'organisation.calendar_unknown',
    });
  });

  it('keeps the old version of a calendar that changed, for the cases promised with it', async () => {
    const before = await calendarFor(platform, { code: 'disdukcapil', kind: 'dinas' });
    await edit('calendars/jam-kantor.yaml', (text) => text.replaceAll('"07:30"', '"08:00"'));
    await loadRegion(platform, dir);
    const after = await calendarFor(platform, { code: 'disdukcapil', kind: 'dinas' });
    expect(after.id).toBe('jam-kantor@2');
    expect((await getCalendar(platform, 'jam-kantor@1')).calendar).toBe(before.calendar);
    expect(after.calendar).not.toEqual(before.calendar);
  });

  it('withdraws a unit the content no longer names, still knows it by id, and logs both', async () => {
    const bank = await findUnitByCode(platform, 'uptd-bank-sampah');
    const original = await readFile(join(dir, 'agencies.yaml'), 'utf8');
    await edit('agencies.yaml', (text) => text.replace(/ {2}- code: uptd-bank-sampah[\s\S]*?(?=\n {2}- code:)/, ''));
    await loadRegion(platform, dir);
    expect(await findUnitByCode(platform, 'uptd-bank-sampah')).toBeUndefined();
    expect((await getUnit(platform, bank?.id ?? '')).active).toBe(false);
    await writeFile(join(dir, 'agencies.yaml'), original);
    await loadRegion(platform, dir);
    expect((await findUnitByCode(platform, 'uptd-bank-sampah'))?.id).toBe(bank?.id);
    const log = await listChangeEntries(platform.db, 'unit', 'uptd-bank-sampah');
    expect(log.map((entry) => entry.kind)).toEqual(['added', 'withdrawn', 'restored']);
    expect(log[1]?.change).toEqual({ active: { from: true, to: false } });
  });

  it('says which file is wrong and where, and changes nothing', async () => {
    const original = await readFile(join(dir, 'agencies.yaml'), 'utf8');
    await edit('agencies.yaml', (text) =>
      text.replace('Dinas Kesehatan', 'Dinas Sehat').replace('parent: dinkes', 'parent: dinas-gaib'),
    );
    await expect(loadRegion(platform, dir)).rejects.toMatchObject({
      code: 'organisation.content_wrong',
      params: { file: 'agencies.yaml', problem: 'parent: dinas-gaib' },
    });
    expect((await findUnitByCode(platform, 'dinkes'))?.name).toBe('Dinas Kesehatan');
    await writeFile(join(dir, 'agencies.yaml'), original);
  });

  it('draws no outlines when the file is gone, and draws them again; a code areas.csv does not know is refused', async () => {
    const path = join(dir, 'boundaries.geojson');
    const original = await readFile(path, 'utf8');
    const inLompoe = { lat: -4.02, long: 119.6514 };
    expect(await placeOfPoint(platform, inLompoe)).toEqual({ kind: 'sure', code: '73.72.01.1004' });
    await rm(path);
    expect((await loadRegion(platform, dir)).changed).toBe(true);
    expect(await boundaries(platform)).toBeUndefined();
    expect(await placeOfPoint(platform, inLompoe)).toBeUndefined();
    expect((await loadRegion(platform, dir)).changed).toBe(false);
    await writeFile(path, original.replace('73.72.01.1004', '73.72.01.9999'));
    await expect(loadRegion(platform, dir)).rejects.toMatchObject({
      code: 'organisation.content_wrong',
      params: { file: 'boundaries.geojson', place: '73.72.01.9999' },
    });
    await writeFile(path, original);
    await loadRegion(platform, dir);
    expect((await boundaries(platform))?.outlines).toHaveLength(22);
  });

  it('loads once when two processes start together', async () => {
    const [one, other] = await Promise.all([aPlatform('kembar'), aPlatform('kembar')]);
    const results = await Promise.all([loadRegion(one, dir), loadRegion(other, dir)]);
    expect(results.map((result) => result.changed).sort()).toEqual([false, true]);
  });
});

describe('who sees what', () => {
  it('shows another process a change within about a second', async () => {
    const other = await aPlatform();
    expect((await findUnitByCode(other, 'dinkes'))?.short).toBe('Dinkes');
    await edit('agencies.yaml', (text) => text.replace('short: Dinkes', 'short: DINKES'));
    await loadRegion(platform, dir);
    expect((await findUnitByCode(platform, 'dinkes'))?.short).toBe('DINKES');
    await expect.poll(async () => (await findUnitByCode(other, 'dinkes'))?.short, { timeout: 3_000 }).toBe('DINKES');
  });

  it('hides one region from another in the same database', async () => {
    const stranger = await aPlatform('wajo');
    expect(await listUnits(stranger)).toEqual([]);
    await expect(regionSettings(stranger)).rejects.toMatchObject({ code: 'organisation.region_not_loaded' });
  });

  it('does not let the application rewrite history', async () => {
    const rewrite = platform.db.updateTable('organisation.calendarVersion').set({ version: 9 }).execute();
    await expect(rewrite).rejects.toThrow(/permission denied/);
    await expect(platform.db.deleteFrom('organisation.changeLog').execute()).rejects.toThrow(/permission denied/);
  });
});
