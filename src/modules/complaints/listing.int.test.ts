// Searching by words and in boxes looks through a bounded number of rows at a time. However small that number is, whoever goes on to the end
// has seen what a plain look at every row finds.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { cellOf } from './rules.ts';
import { type Bounds, type Key, selectPublished } from './store/listing.ts';
import type { PublicFilter } from './types.ts';

let app: TestApp;
const corner = { lat: -4.0131, long: 119.6231 };
const sayings = ['Lampu jalan mati', 'Lampu pasar redup', 'Sampah pasar menumpuk', 'Jalan berlubang', 'Genangan'];
const categories = ['lampu.mati', 'lampu.kabel', 'sampah.liar', 'jalan.berlubang'];
const statuses = ['open', 'waiting', 'closed'] as const;
const start = Date.parse('2026-11-20T00:00:00Z');

interface Row {
  readonly code: string;
  readonly text: string;
  readonly category: string;
  readonly area: string;
  readonly status: (typeof statuses)[number];
  readonly lat: number | null;
  readonly long: number | null;
  readonly cell: number | null;
  readonly published: boolean;
  readonly updatedAt: string;
}
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const rows: readonly Row[] = Array.from({ length: 400 }, (_, at) => {
  const point = { lat: corner.lat + (at % 13) * 0.0017, long: corner.long + (at % 7) * 0.0017 };
  const placed = at % 11 !== 0;
  return {
    code: `kode${at}`,
    text: `${pick(sayings, at)}${at % 37 === 0 ? ' zebra' : ''}`,
    ...{ category: pick(categories, Math.floor(at / 3)), area: `73.72.01.100${at % 4}`, status: pick(statuses, at) },
    ...(placed ? { ...point, cell: cellOf(point) } : { lat: null, long: null, cell: null }),
    published: at % 17 !== 0,
    updatedAt: new Date(start - (at % 150) * 60_000).toISOString(), // several at the same moment
  };
});

beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
  await app.database.query(
    `insert into complaints.problem (region_id, id, code, title, category, area_code, unit_id, lat, long, cell, status, level, lead_case, opened_at,
       updated_at, published, published_at, public_title, public_text)
     select 'parepare', gen_random_uuid(), code, text, category, area, gen_random_uuid(), lat, long, cell, status, 'open', gen_random_uuid(),
       "updatedAt", "updatedAt", published, "updatedAt", text, ''
     from json_to_recordset('${JSON.stringify(rows)}') as row (code text, text text, category text, area text, status text, lat float8, long float8,
       cell bigint, published boolean, "updatedAt" timestamptz)`,
  );
}, 120_000);
afterAll(() => app.close());

const anyOf = <T>(...values: readonly T[]) => fc.constantFrom(...values, undefined);
const filters: fc.Arbitrary<PublicFilter> = fc.record({
  text: anyOf('lampu', 'lampu jalan', 'pasar', 'zebra', 'zebra lampu', 'kuda', ' '),
  category: anyOf('lampu', 'lampu.mati', 'tidak.ada'),
  area: anyOf('73.72.01.1001'),
  status: anyOf(['open', 'waiting'] as const, ['closed'] as const),
  box: anyOf(
    ...[0.0015, 0.004, 0.02, 0.5].map((size) => ({
      ...{ south: corner.lat, west: corner.long },
      ...{ north: corner.lat + size, east: corner.long + size },
    })),
    { south: 2, west: 110, north: 3, east: 111 },
  ),
});
const bounds: fc.Arbitrary<Bounds> = fc.record({
  soon: fc.integer({ min: 1, max: 60 }),
  far: fc.integer({ min: 1, max: 200 }),
  words: fc.integer({ min: 0, max: 60 }),
  smallBox: fc.integer({ min: 0, max: 30 }),
  squares: fc.integer({ min: 0, max: 30 }),
});

/** A plain look at every row. */
function plainly({ text, category, area, status, box }: PublicFilter): string[] {
  const words = text?.trim() ? text.trim().split(' ') : [];
  const fits = (row: Row): boolean =>
    row.published &&
    words.every((word) => row.text.toLowerCase().split(' ').includes(word)) &&
    (category === undefined || row.category === category || row.category.split('.')[0] === category) &&
    (area === undefined || row.area === area) &&
    (status === undefined || status.some((one) => one === row.status)) &&
    (box === undefined ||
      (row.lat !== null &&
        row.long !== null &&
        row.lat >= box.south &&
        row.lat <= box.north &&
        row.long >= box.west &&
        row.long <= box.east));
  return rows.filter(fits).map(({ code }) => code);
}

async function toTheEnd(filter: PublicFilter, limit: number, within: Bounds): Promise<string[]> {
  const codes: string[] = [];
  const times: number[] = [];
  let after: Key | undefined;
  for (let page = 0; page < 500; page++) {
    const { rows: found, reached } = await selectPublished(app.ctx().db, filter, { limit, after }, within);
    expect(found.length).toBeLessThanOrEqual(limit);
    codes.push(...found.map(({ code }) => code));
    times.push(...found.map(({ updatedAt }) => updatedAt.getTime()));
    const last = found.length === limit ? found.at(-1) : undefined;
    after = last ? { at: last.updatedAt, id: last.id } : reached;
    if (after === undefined) break;
  }
  expect(times).toEqual([...times].sort((a, b) => b - a));
  return codes;
}

test('whoever goes on to the end has seen each that fits, once, the latest first', async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 90 }), bounds, async (filter, limit, within) => {
      const seen = await toTheEnd(filter, limit, within);
      expect([...seen].sort()).toEqual(plainly(filter).sort());
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('no page reads further than its bounds, and says that older ones were not looked at', async () => {
  const within = { soon: 20, far: 30, words: 3, smallBox: 0, squares: 0 };
  const page = { limit: 100 };
  const none = { text: 'lampu', category: 'tidak.ada' };
  expect(await selectPublished(app.ctx().db, none, page, within)).toEqual({ rows: [], reached: undefined });
  const { rows: found, reached } = await selectPublished(app.ctx().db, { text: 'lampu' }, page, within);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(50);
  expect(reached?.at.getTime()).toBeLessThanOrEqual(found.at(-1)?.updatedAt.getTime() ?? 0);
});
