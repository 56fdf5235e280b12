// A list of assets as offices keep it: CSV from a spreadsheet (comma, semicolon or tab) or GeoJSON points from a map program.
import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../../lib/errors.ts';
import { type ImportProblem, mostAssets, type ReadAsset, type ReadList } from '../types.ts';
import { lowered, type Row, readRow } from './read-row.ts';

interface Numbered {
  readonly line: number;
  readonly row: Row | undefined; // undefined: nothing with a point
}

/** Spreadsheets that write decimal commas separate by semicolons; the header line tells which it is. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const counted = [';', '\t', ','].map((sign) => ({ sign, count: header.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

function csvRows(text: string): Numbered[] {
  try {
    const rows = parse(text, {
      bom: true,
      columns: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      to: mostAssets + 1,
    }) as unknown as { readonly record: Row; readonly info: { readonly lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, row: lowered(record) }));
  } catch (error) {
    if (error instanceof CsvError) throw new AppError('invalid', 'assets.unreadable', { cause: error });
    throw error;
  }
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;

function featureRow(feature: unknown): Row | undefined {
  if (!isObject(feature)) return undefined;
  const { geometry, properties, id } = feature;
  if (!isObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return undefined;
  const [long, lat] = geometry.coordinates as unknown[];
  const own = isObject(properties) ? lowered(properties) : {};
  return { ...(id === undefined ? {} : { id }), ...own, lat, long };
}

function geoRows(text: string): Numbered[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid', 'assets.unreadable', { cause: error });
  }
  const features = isObject(document) && document.type === 'FeatureCollection' ? document.features : undefined;
  if (!Array.isArray(features)) throw new AppError('invalid', 'assets.unreadable');
  return features.slice(0, mostAssets + 1).map((feature, at) => ({ line: at + 1, row: featureRow(feature) }));
}

/** @throws AppError invalid `assets.unreadable`, `assets.empty`, `assets.too_many`. */
export function readList(text: string): ReadList {
  const rows = /^[\uFEFF\s]*\{/.test(text) ? geoRows(text.replace(/^\uFEFF/, '')) : csvRows(text);
  if (rows.length === 0) throw new AppError('invalid', 'assets.empty');
  if (rows.length > mostAssets) throw new AppError('invalid', 'assets.too_many', { params: { most: mostAssets } });
  const assets: { line: number; asset: ReadAsset }[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  for (const { line, row } of rows) {
    const read = row ? readRow(row) : { kind: 'geometry' as const, value: '' };
    if (!('asset' in read)) problems.push({ line, ...read });
    else if (seen.has(read.asset.code)) problems.push({ line, kind: 'duplicate', value: read.asset.code });
    else assets.push({ line, asset: read.asset });
    if ('asset' in read) seen.add(read.asset.code);
  }
  return { assets, problems };
}
