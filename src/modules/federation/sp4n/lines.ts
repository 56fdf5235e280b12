// Lists of reports from SP4N-LAPOR!: JSON Lines or CSV, one report a line, and the lines that go back. The format is ours (docs/sp4n.md):
// SP4N publishes none. A line that cannot be read is told with its number and stops nothing.
import { CsvError, parse } from 'csv-parse/sync';
import type { ReportKind } from '../../complaints/index.ts';
import { type Fields, instantOf, textOf } from '../wire/scalars.ts';
import { readTree } from '../wire/tree.ts';
import { kindOf } from './mapping.ts';

export interface Sp4nReport {
  readonly trackingId: string;
  readonly kind: ReportKind;
  readonly text: string;
  readonly level: 'open' | 'anonymous' | 'secret';
  readonly reportedAt: Date | undefined;
  readonly happenedOn: string | undefined; // 'YYYY-MM-DD'
  readonly place: string | undefined;
  readonly area: string | undefined; // code
  readonly point: { readonly lat: number; readonly long: number } | undefined;
  readonly name: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}
export type LineProblem = 'unreadable' | 'tracking-id' | 'class' | 'text';
export type ReadLine =
  | { readonly line: number; readonly report: Sp4nReport }
  | { readonly line: number; readonly problem: LineProblem };

const mostLines = 20_000;

export function readLines(text: string, offsetMinutes: number): ReadLine[] {
  const body = text.replace(/^\uFEFF/, '');
  const rows = /^\s*[{[]/.test(body) ? jsonRows(body) : csvRows(body);
  return rows
    .slice(0, mostLines)
    .map(({ line, fields }) => (fields ? readReport(line, fields, offsetMinutes) : { line, problem: 'unreadable' }));
}

interface Row {
  readonly line: number;
  readonly fields: Fields | undefined;
}
function jsonRows(text: string): Row[] {
  return text.split(/\r?\n/).flatMap((one, at) => {
    if (one.trim() === '') return [];
    const tree = readTree(one);
    const fields = typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? (tree as Fields) : undefined;
    return [{ line: at + 1, fields }];
  });
}

function csvRows(text: string): Row[] {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const delimiter = (header.match(/;/g) ?? []).length > (header.match(/,/g) ?? []).length ? ';' : ',';
  try {
    const options = { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), delimiter };
    const rows = parse(text, { ...options, info: true, relax_column_count: true, skip_empty_lines: true });
    return (rows as unknown as { record: Fields; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      fields: record,
    }));
  } catch (error) {
    if (error instanceof CsvError)
      return [{ line: typeof error.lines === 'number' ? error.lines : 1, fields: undefined }];
    throw error;
  }
}

const first = (fields: Fields, names: readonly string[], most?: number): string | undefined =>
  names.map((name) => textOf(fields, name, most)).find((value) => value !== undefined);
const saysYes = (fields: Fields, name: string): boolean =>
  ['ya', 'true', '1', 'y'].includes((textOf(fields, name) ?? '').toLowerCase());

function readReport(line: number, fields: Fields, offsetMinutes: number): ReadLine {
  const trackingId = first(fields, ['tracking_id', 'id_pelacakan', 'nomor_tracking', 'no_tiket'], 60);
  if (trackingId === undefined || !/^[A-Za-z0-9._/-]+$/.test(trackingId)) return { line, problem: 'tracking-id' };
  const kind = kindOf(first(fields, ['klasifikasi', 'jenis', 'tipe'], 100) ?? '');
  if (kind === undefined) return { line, problem: 'class' };
  const title = first(fields, ['judul'], 200);
  const body = first(fields, ['isi', 'isi_laporan', 'uraian']);
  if (body === undefined && title === undefined) return { line, problem: 'text' };
  const anonymous = saysYes(fields, 'anonim');
  const named = (name: string): string | undefined => (anonymous ? undefined : textOf(fields, name, 120));
  const report: Sp4nReport = {
    ...{ trackingId, kind, text: [...[title, body].filter(Boolean).join('\n\n')].slice(0, 4000).join('') },
    level: saysYes(fields, 'rahasia') ? 'secret' : anonymous ? 'anonymous' : 'open',
    reportedAt: instantOf(fields, 'tanggal_laporan', offsetMinutes),
    happenedOn: /^\d{4}-\d\d-\d\d/.exec(textOf(fields, 'tanggal_kejadian', 40) ?? '')?.[0],
    place: textOf(fields, 'lokasi', 200),
    area: textOf(fields, 'kode_wilayah', 40),
    point: pointIn(fields),
    ...{ name: named('nama'), phone: named('telepon'), email: named('email') },
  };
  return { line, report };
}

function pointIn(fields: Fields): Sp4nReport['point'] {
  const number = (name: string) => Number((textOf(fields, name, 40) ?? 'x').replace(',', '.'));
  const [lat, long] = [number('lat'), number('long')];
  return Math.abs(lat) <= 90 && Math.abs(long) <= 180 ? { lat, long } : undefined;
}

/** One line that goes back. */
export interface Sp4nAnswer {
  readonly tracking_id: string;
  readonly nomor_daerah: string;
  readonly klasifikasi: string;
  readonly status: string;
  readonly instansi: string;
  readonly batas: Readonly<Record<string, string>>; // by limit, W3C
  readonly tindak_lanjut: readonly { readonly tanggal: string; readonly oleh: string; readonly isi: string }[];
}

export const jsonLines = (answers: readonly Sp4nAnswer[]): string =>
  answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');

const columns = [
  'tracking_id',
  'nomor_daerah',
  'klasifikasi',
  'status',
  'instansi',
  'batas_selesai',
  'tindak_lanjut_terakhir',
  'tanggal_tindak_lanjut',
];
/** The same for spreadsheets, the latest answer only. A cell that a spreadsheet would calculate is written as text. */
export function csvLines(answers: readonly Sp4nAnswer[]): string {
  const rows = answers.map(({ tracking_id, nomor_daerah, klasifikasi, status, instansi, batas, tindak_lanjut }) => {
    const last = tindak_lanjut.at(-1);
    return [
      tracking_id,
      nomor_daerah,
      klasifikasi,
      status,
      instansi,
      batas.selesai ?? '',
      last?.isi ?? '',
      last?.tanggal ?? '',
    ];
  });
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
const cell = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
