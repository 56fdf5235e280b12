import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { listForMap, listPublished, nearby, openByArea } from './index.ts';
import { cellOf } from './rules.ts';

let app: TestApp;
const corner = { lat: -4.0131, long: 119.6231 };

interface Row {
  readonly lat: number;
  readonly long: number;
  readonly text?: string;
  readonly level?: string;
  readonly status?: string;
  readonly category?: string;
}
/** Published problems as they stand in the table, each a minute older than the one before. */
async function thereAre(rows: readonly Row[]): Promise<void> {
  const values = rows.map(({ lat, long, text = 'Lampu mati', level = 'open', status = 'open', ...row }, at) => ({
    ...{ lat, long, text, level, status, category: row.category ?? 'lampu.mati', at },
    ...{ cell: cellOf({ lat, long }), published: level !== 'secret' },
  }));
  await app.database.query(
    `insert into complaints.problem (region_id, id, code, title, category, unit_id, lat, long, cell, status, level, lead_case, opened_at, updated_at,
       published, published_at, public_title, public_text)
     select 'parepare', gen_random_uuid(), left(gen_random_uuid()::text, 18), text, category, gen_random_uuid(), lat, long, cell, status, level, gen_random_uuid(),
       '2026-11-20T00:00Z', '2026-11-20T00:00Z'::timestamptz - at * interval '1 minute', published, '2026-11-20T00:00Z', text, text
     from json_to_recordset('${JSON.stringify(values)}') as row (lat float8, long float8, text text, level text, status text, category text, cell bigint,
       published boolean, at int)`,
  );
}
const boxOf = (size: number) => ({
  south: corner.lat - size,
  north: corner.lat + size,
  west: corner.long - size,
  east: corner.long + size,
});

beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
  const busy = Array.from({ length: 400 }, (_, at) => ({
    lat: corner.lat + (at % 20) * 0.00001,
    long: corner.long + Math.floor(at / 20) * 0.00001,
    text: at === 399 ? 'Kabel menjuntai rendah sekali' : 'Lampu mati',
    category: at === 399 ? 'lampu.kabel' : 'jalan.berlubang',
  }));
  const quiet = [0.004, 0.008, 0.012].map((away) => ({ lat: corner.lat + away, long: corner.long, status: 'closed' }));
  await thereAre([...busy, ...quiet, { lat: corner.lat - 0.004, long: corner.long, level: 'secret' }]);
}, 120_000);
afterAll(() => app.close());

test('a map shows every square of its box, and never more than it can draw, however busy one corner is', async () => {
  const { items, thinned } = await listForMap(app.ctx(), { box: boxOf(0.02) }, 40);
  expect(items.length).toBeLessThanOrEqual(40);
  expect(items.filter(({ status }) => status === 'closed')).toHaveLength(3);
  expect(items.length).toBeGreaterThan(10);
  expect(thinned).toBe(true);
});

test('what a box holds is shown whole when it is little, nothing where there is nothing', async () => {
  const north = { ...boxOf(0.02), south: corner.lat + 0.003 };
  expect(await listForMap(app.ctx(), { box: north }, 40)).toMatchObject({ items: { length: 3 }, thinned: false });
  expect(await listForMap(app.ctx(), { box: { ...north, south: 2, north: 3 } }, 40)).toEqual({
    items: [],
    thinned: false,
  });
});

test('a box as large as the country answers too, and finds the city in it', async () => {
  const country = { south: -11, north: 6, west: 95, east: 141 };
  expect((await listForMap(app.ctx(), { box: country }, 40)).thinned).toBe(true);
  const { items } = await listForMap(app.ctx(), { box: { south: -4.5, north: -3.5, west: 119, east: 120 } }, 40);
  expect(items.length).toBeGreaterThan(0);
});

test('a map of one state or kind holds nothing else, and a secret report stands on none', async () => {
  const closed = await listForMap(app.ctx(), { box: boxOf(0.02), status: ['closed'] }, 40);
  expect(closed.items.map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
  const cables = await listForMap(app.ctx(), { box: boxOf(0.02), category: 'lampu.kabel' }, 40);
  expect(cables).toMatchObject({ items: [{ category: 'lampu.kabel' }], thinned: false });
  const south = { ...boxOf(0.02), north: corner.lat - 0.002 };
  expect((await listForMap(app.ctx(), { box: south }, 40)).items).toEqual([]);
});

test('the problem that is alike is found among hundreds of fresher ones at the same corner', async () => {
  const [first] = await nearby(app.ctx(), { point: corner, category: 'lampu.kabel', text: 'kabel menjuntai rendah' });
  expect(first?.text).toBe('Kabel menjuntai rendah sekali');
});

test('with the kelurahan alone the open problems of it are offered, those beyond the radius never', async () => {
  expect(await nearby(app.ctx(), { point: { ...corner, lat: corner.lat + 0.05 } })).toEqual([]);
});

test('words that stand in more than a thousand problems are found as rare ones are: the latest first, page after page', async () => {
  const away = { lat: 1, long: 110 };
  await thereAre([
    ...Array.from({ length: 1100 }, () => ({ ...away, text: 'Genangan air di lorong' })),
    { ...away, text: 'Genangan berminyak' },
  ]);
  const first = await listPublished(app.ctx(), { text: 'genangan lorong' }, { limit: 3 });
  const second = await listPublished(app.ctx(), { text: 'genangan lorong' }, { limit: 3, after: first.next ?? '' });
  const times = [...first.items, ...second.items].map(({ updatedAt }) => updatedAt.getTime());
  expect(new Set(times).size).toBe(6);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  const rare = await listPublished(app.ctx(), { text: 'genangan berminyak' }, { limit: 3 });
  expect(rare.items.map(({ title }) => title)).toEqual(['Genangan berminyak']);
});

test('the number of a kelurahan counts its open published problems: no closed, secret or unpublished one', async () => {
  await thereAre([
    { ...corner, text: 'Hitung 1' },
    { ...corner, text: 'Hitung 2' },
    { ...corner, text: 'Hitung tutup', status: 'closed' },
    { ...corner, text: 'Hitung rahasia', level: 'secret' },
  ]);
  await app.database.query(`update complaints.problem set area_code = '73.72.04.1003' where title like 'Hitung%'`);
  const counts = await openByArea(app.ctx());
  expect(counts.get('73.72.04.1003')).toBe(2);
});
