// One row of either format becomes an asset, or says what is wrong with it. Names of columns in Indonesian and English.
import type { ImportProblem, ReadAsset } from '../types.ts';

export type Row = Readonly<Record<string, unknown>>;

const names = {
  code: ['code', 'kode', 'id', 'nomor'],
  kind: ['kind', 'jenis', 'type'],
  name: ['name', 'nama'],
  category: ['category', 'kategori'],
  owner: ['owner', 'pemilik', 'unit', 'agency'],
  area: ['area', 'kelurahan', 'wilayah', 'area_code'],
  place: ['place', 'lokasi', 'alamat', 'jalan'],
  lat: ['lat', 'latitude', 'lintang', 'y'],
  long: ['long', 'lng', 'lon', 'longitude', 'bujur', 'x'],
} as const;

/** Column names are read in any case, with spaces or underscores. */
export function lowered(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key
        .trim()
        .toLowerCase()
        .replace(/[\s.]+/g, '_'),
      value,
    ]),
  );
}

function cell(row: Row, column: keyof typeof names): string {
  const key = names[column].find((name) => row[name] !== undefined && row[name] !== null && row[name] !== '');
  const value = key === undefined ? '' : row[key];
  return (typeof value === 'string' || typeof value === 'number' ? String(value) : '').trim().replace(/\s+/g, ' ');
}

/** "-4,0135" as written with a decimal comma is read too. */
function degrees(text: string, most: number): number | undefined {
  if (!/^[+-]?\d{1,3}([.,]\d{1,12})?$/.test(text)) return undefined;
  const value = Number(text.replace(',', '.'));
  return Math.abs(value) <= most ? Math.round(value * 1e6) / 1e6 : undefined;
}

const longest = { name: 120, place: 200 } as const;

/** @param row keys as `lowered` gives them */
export function readRow(row: Row): { asset: ReadAsset } | Pick<ImportProblem, 'kind' | 'value'> {
  const code = cell(row, 'code')
    .toUpperCase()
    .replace(/[\s_/.]+/g, '-');
  if (!/^[A-Z0-9][A-Z0-9-]{1,23}$/.test(code)) return { kind: 'code', value: cell(row, 'code') };
  const kind = cell(row, 'kind').toLowerCase().replace(/\s+/g, '-');
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(kind)) return { kind: 'kind', value: cell(row, 'kind') };
  const name = cell(row, 'name') || `${kind} ${code}`;
  const place = cell(row, 'place');
  if (name.length > longest.name) return { kind: 'too-long', value: name };
  if (place.length > longest.place) return { kind: 'too-long', value: place };
  const lat = degrees(cell(row, 'lat'), 90);
  const long = degrees(cell(row, 'long'), 180);
  if (lat === undefined || long === undefined)
    return { kind: 'position', value: `${cell(row, 'lat')}, ${cell(row, 'long')}` };
  const category = cell(row, 'category');
  if (category === '') return { kind: 'category', value: '' };
  const ownerCode = cell(row, 'owner');
  if (ownerCode === '') return { kind: 'owner', value: '' };
  const areaCode = cell(row, 'area') || null;
  return { asset: { code, kind, name, category, ownerCode, areaCode, place, lat, long } };
}
