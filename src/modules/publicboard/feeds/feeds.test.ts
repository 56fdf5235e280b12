import { expect, test } from 'vitest';
import type { PublishedProblem } from '../../complaints/index.ts';
import { addressWith, filterOf } from '../filter.ts';
import { messagesFor } from '../messages.ts';
import { shownCount } from '../month.ts';
import { csvOf, entriesAsCsv } from './csv.ts';
import type { Entry } from './entry.ts';
import { entriesAsGeoJson } from './geojson.ts';
import { entriesAsRss } from './rss.ts';

const at = new Date('2026-11-20T01:00:00Z');
const problem: PublishedProblem = {
  ...{ id: 'i', code: 'k7m2', title: '=1+1 & "lubang" <b>', text: 'Baris satu\u0007\nbaris dua, dengan koma' },
  ...{ category: 'jalan.lubang', unitId: 'u', areaCode: null, place: 'Jl. A, no. 3', lat: -4.01, long: 119.62 },
  ...{ status: 'open', priority: 'normal', reports: 3, supporters: 1, openedAt: at, updatedAt: at },
  ...{ dueAt: null, closedAt: null, closedHow: null, reopened: 0 },
} as const;
const entry: Entry = {
  ...{ problem, category: 'Jalan berlubang', unit: 'Dinas PUPR', area: 'Lompoe', state: 'Sedang ditangani' },
  address: 'https://kota.example/laporan/k7m2',
};

test('a table keeps commas, quotes and line ends inside their cell, and no cell runs as a formula', () => {
  expect(csvOf([['a,b', 'c "d"', 'e\nf', '=1+1', '@x', -4.5, null]])).toBe(
    '\uFEFF"a,b","c ""d""","e\nf",\'=1+1,\'@x,-4.5,\r\n',
  );
  const [head, row] = entriesAsCsv([entry], messagesFor('id').columns).split('\r\n');
  expect(head?.split(',')).toHaveLength(16);
  expect(row).toContain(
    'k7m2,"\'=1+1 & ""lubang"" <b>",Jalan berlubang,Lompoe,"Jl. A, no. 3",-4.01,119.62,Dinas PUPR,open',
  );
});

test('points are written longitude first, and a problem without a point is left out', () => {
  const none: Entry = { ...entry, problem: { ...problem, lat: null, long: null } };
  const { features } = JSON.parse(entriesAsGeoJson([entry, none]));
  expect(features).toHaveLength(1);
  expect(features[0].geometry).toEqual({ type: 'Point', coordinates: [119.62, -4.01] });
});

test('a feed escapes what is said and leaves out what XML cannot hold', () => {
  const channel = { title: 'T', description: 'D', page: 'p', self: 's?a=1&b=2', locale: 'id' as const };
  const xml = entriesAsRss([entry], channel);
  expect(xml).toContain('<title>=1+1 &amp; &quot;lubang&quot; &lt;b&gt;</title>');
  expect(xml).toContain('Baris satu\nbaris dua');
  expect(xml).toContain('s?a=1&amp;b=2');
  expect(xml).toContain('<pubDate>Fri, 20 Nov 2026 01:00:00 GMT</pubDate>');
});

test('filters that make no sense are none, and days are those of the region', () => {
  const zone = { timezone: 'Asia/Makassar', now: at };
  expect(filterOf({ status: 'apa', dari: '2026-02-30', kotak: '1,2,3', q: ' ' }, zone)).toEqual({});
  expect(filterOf({ dari: '2026-11-01', sampai: '2026-11-02', status: 'selesai' }, zone)).toMatchObject({
    from: new Date('2026-10-31T16:00:00Z'),
    until: new Date('2026-11-02T16:00:00Z'),
    status: ['closed'],
  });
  expect(filterOf({ periode: '7' }, zone).from).toEqual(new Date('2026-11-12T16:00:00Z'));
  expect(filterOf({ kotak: '-4.1,119.5,-3.9,119.7' }, zone).box?.east).toBe(119.7);
});

test('the address keeps what is set and nothing else', () => {
  expect(addressWith('/laporan', { q: ' lampu ', kategori: '' }, 'c')).toBe('/laporan?q=lampu&setelah=c');
  expect(addressWith('/laporan', {})).toBe('/laporan');
});

test('fewer than five in a month are not counted out', () => {
  expect([shownCount(1), shownCount(4), shownCount(5)]).toEqual(['<5', '<5', 5]);
});

test('a row of the table is written as its cells are, whatever stands in them', () => {
  const closed = {
    ...problem,
    status: 'closed',
    closedHow: 'silence',
    closedAt: at,
    place: null,
    lat: null,
    long: null,
  } as const;
  const others: Entry[] = [
    { ...entry, problem: closed, category: undefined, area: undefined, unit: 'Dinas "A", B' },
    { ...entry, problem: { ...problem, category: null, title: '-', place: '' }, category: undefined },
  ];
  const columns = messagesFor('id').columns;
  const { month: _month, count: _count, ...shown } = columns;
  const cells = [entry, ...others].map((one) => [
    ...[one.problem.code, one.problem.title, one.category ?? one.problem.category, one.area, one.problem.place],
    ...[one.problem.lat, one.problem.long, one.unit, one.problem.status, one.problem.closedHow],
    ...[one.problem.reports, one.problem.supporters],
    ...[one.problem.openedAt, one.problem.updatedAt, one.problem.closedAt].map((moment) => moment?.toISOString()),
    one.address,
  ]);
  expect(entriesAsCsv([entry, ...others], columns)).toBe(csvOf([Object.values(shown), ...cells]));
});
