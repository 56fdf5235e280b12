// What is worked out from a case and from places. Pure.
import { answerOf, isRecord } from '../../definition/fields/types.ts';
import type { GeoBox } from '../../lib/geo/distance.ts';
import type { CaseRow } from '../cases/index.ts';
import type { ClosedHow, Level, Pile, Point, Priority, ProblemStatus, ReportFacts, ReportKind } from './types.ts';

const step = 0.0018; // degrees: about 200 m at the equator
const perRow = 1_000_000;

/** Number of the square of about 200 m that a point lies in; its neighbours are one more or less, or one row. */
export function cellOf({ lat, long }: Point): number {
  return Math.floor((lat + 90) / step) * perRow + Math.floor((long + 180) / step);
}
/** The squares a circle of this radius touches. */
export function cellsAround(point: Point, radiusM: number): number[] {
  const reach = Math.ceil(radiusM / 200);
  const middle = cellOf(point);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  return steps.flatMap((row) => steps.map((column) => middle + row * perRow + column));
}
/** The squares of a box, row by row; nothing when they are more than `most`. */
export function cellsIn(box: GeoBox, most: number): number[] | undefined {
  const first = cellOf({ lat: box.south, long: box.west });
  const rows = Math.floor(cellOf({ lat: box.north, long: box.west }) / perRow) - Math.floor(first / perRow) + 1;
  const columns = cellOf({ lat: box.south, long: box.east }) - first + 1;
  if (rows < 1 || columns < 1 || rows * columns > most) return undefined;
  return Array.from({ length: rows * columns }, (_, at) => first + Math.floor(at / columns) * perRow + (at % columns));
}
export interface GridStep {
  readonly first: number; // square in the south-west corner
  readonly last: number;
  readonly west: number; // columns
  readonly east: number;
  readonly perRow: number;
  readonly step: number;
}
/** The squares of a box, and every how many of them are looked at so that they are about `most`. */
export function gridOf(box: GeoBox, most: number): GridStep {
  const first = cellOf({ lat: box.south, long: box.west });
  const last = cellOf({ lat: box.north, long: box.east });
  const [west, east] = [first % perRow, last % perRow];
  const rows = Math.floor(last / perRow) - Math.floor(first / perRow) + 1;
  const step = Math.max(1, Math.ceil(Math.sqrt((rows * (east - west + 1)) / most)));
  return { first, last, west, east, perRow, step };
}

/** What makes two reports seem the same. */
export const likenessWeights = { close: 0.35, same: 0.3, sameGroup: 0.6, fresh: 0.1, words: 0.25 };

const kinds: Readonly<Record<string, ReportKind>> = {
  pengaduan: 'complaint',
  aspirasi: 'suggestion',
  informasi: 'question',
};
export const kindValues: Readonly<Record<ReportKind, string>> = {
  complaint: 'pengaduan',
  suggestion: 'aspirasi',
  question: 'informasi',
};
const priorityWords: Readonly<Record<string, Priority>> = {
  darurat: 'urgent',
  tinggi: 'high',
  sedang: 'normal',
  rendah: 'low',
};

const levelWords: Readonly<Record<string, Level>> = { tidak: 'open', anonim: 'anonymous', rahasia: 'secret' };
export const levelValues: Readonly<Record<Level, string>> = { open: 'tidak', anonymous: 'anonim', secret: 'rahasia' };

/** `auto` leaves it to the officer. */
const categoryOf = (value: unknown): string | null => (value === 'auto' ? null : textOf(value));

function pointOf(value: unknown): Point | undefined {
  if (!isRecord(value)) return undefined;
  const { lat, lng } = value;
  return typeof lat === 'number' && typeof lng === 'number' ? { lat, long: lng } : undefined;
}
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the person wrote. */
export const bodyOf = ({ state }: Pick<CaseRow, 'state'>): string => textOf(answerOf(state.answers, 'isi')) ?? '';

/**
 * What a report's row says, read off its case: the question ids of `pengaduan`, and what the dispatcher recorded last. `danger`:
 * what its words meant at intake; the list of words may change later, that does not.
 */
export function factsOf({ state }: CaseRow, danger: boolean): ReportFacts {
  const { answers, records } = state;
  const sent = records.teruskan ?? {};
  const point = pointOf(answerOf(answers, 'lokasi'));
  const level = levelWords[textOf(answerOf(answers, 'anonim')) ?? ''];
  return {
    kind: kinds[textOf(answerOf(answers, 'jenis')) ?? ''] ?? 'complaint',
    category: textOf(sent.kategori) ?? categoryOf(answerOf(answers, 'kategori')),
    // What nobody said is kept apart as if it were secret only when the form did not ask: it always asks.
    level: level ?? 'secret',
    lat: point?.lat ?? null,
    long: point?.long ?? null,
    cell: point ? cellOf(point) : null,
    areaCode: textOf(answerOf(answers, 'wilayah')),
    place: textOf(answerOf(answers, 'patokan')),
    body: bodyOf({ state }),
    state: state.state,
    status: state.status,
    unitId: state.unitId,
    // Until an officer has looked, danger comes first; a false alarm costs a glance.
    priority: priorityWords[textOf(sent.prioritas) ?? ''] ?? (danger ? 'urgent' : 'normal'),
    class: textOf(sent.kelas),
    dueAt: dueOf(state.clocks),
    closedAt: state.closedAt === undefined ? null : new Date(state.closedAt),
    verifierUnit: state.roleUnits.verifikator ?? null,
    offeredUnit: offeredTo(state),
    pile: pileOf(state),
    stepDueAt: stepDueOf(state),
  };
}

const offeredTo = ({ state, roleUnits }: CaseRow['state']): string | null =>
  state === 'dialihkan' ? (roleUnits.penerima ?? null) : null;

function pileOf({ state, status, closedAt }: CaseRow['state']): Pile {
  if (closedAt !== undefined) return 'done';
  if (state === 'diverifikasi') return 'sort';
  if (state === 'bergabung') return 'joined';
  return status === 'needs-you' ? 'reporter' : 'office';
}
const never = '9999-12-31T00:00:00.000Z';
/** What is due first: the step that is waited for, a stage that runs, or the end of waiting for the reporter. */
function stepDueOf({ tasks, lapseAt, clocks }: CaseRow['state']): Date {
  const open = tasks.filter(({ closedAt }) => closedAt === undefined).map(({ dueAt }) => dueAt);
  const running = clocks
    .filter(({ events }) => !['stop', 'pause'].includes(events.at(-1)?.type ?? 'stop'))
    .flatMap(({ dueAt }) => dueAt ?? []);
  return new Date([...open, ...running].sort()[0] ?? lapseAt ?? never);
}
/** Danger to life: an officer says so, or the words do as long as no officer has said anything. */
export function isCalm({ state }: CaseRow, dangerous: boolean): boolean {
  const said = textOf(state.records.teruskan?.prioritas);
  return said === null ? !dangerous : said !== 'darurat';
}

type Clocks = CaseRow['state']['clocks'];
/** When the problem itself should be solved: the finishing clock, else the promise. */
function dueOf(clocks: Clocks): Date | null {
  const clock = ['selesai', 'promise'].map((id) => clocks.find(({ rule }) => rule.id === id)).find((one) => one?.dueAt);
  return clock?.dueAt ? new Date(clock.dueAt) : null;
}

/** How a problem stands, given the case that leads it. */
export function problemStatusOf({ state, status }: Pick<ReportFacts, 'state' | 'status'>): {
  readonly status: ProblemStatus;
  readonly closedHow: ClosedHow | null;
} {
  if (status === 'refused') return { status: 'refused', closedHow: null };
  if (status === 'cancelled') return { status: 'closed', closedHow: 'withdrawn' };
  if (status === 'needs-you') return { status: 'waiting', closedHow: null };
  if (status !== 'done') return { status: 'open', closedHow: null };
  if (state === 'selesai-tanpa-kabar') return { status: 'closed', closedHow: 'silence' };
  return { status: 'closed', closedHow: state === 'dijawab' ? 'answered' : 'confirmed' };
}

/** The first words of a report, for officers' lists. */
export function titleOf(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}

const alphabet = '23456789abcdefghjkmnpqrstvwxyz'; // nothing that is read as something else
/** A short address nobody can guess: `bytes` are random, ten of them. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}

/** A reporter's answer in free words to "is it solved?"; undefined: neither yes nor no. `missing` is what was written after the no. */
export function readVerdict(text: string): { readonly solved: boolean; readonly missing: string } | undefined {
  const said = text.trim().replace(/\s+/g, ' ');
  const no = /^(belum(?: beres| selesai)?|tidak|tdk|blm|no|not yet|2)(?=$|[\s,.:;-])[\s,.:;-]*/i.exec(said);
  if (no) return { solved: false, missing: said.slice(no[0].length).trim() };
  const yes =
    /^(ya|iya|y|yes|sudah|sdh|1)(?: (sudah|beres|selesai|baik|solved|done))*[.]?(?:,? (?:terima kasih|makasih|thanks))?[.]?$/i;
  return yes.test(said) ? { solved: true, missing: '' } : undefined;
}
