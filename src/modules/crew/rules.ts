// What a filled-in visit says, and what is wrong with it. Pure.
import { type GeoPoint, metresBetween } from '../../lib/geo/distance.ts';
import { asciiDigits, cleanLine, cleanLines } from '../../lib/people-text/people-text.ts';
import type { Material, VisitContent } from './types.ts';

export const materialRows = 6;
export const jobsAtMost = 100; // on one list
export const photosAtMost = 4; // of each kind: as many as the workflow's proof takes
const longest = { work: 1000, note: 1000, reason: 200, what: 80, amount: 20, unit: 20 } as const;
const dayMinutes = 24 * 60;

export type Mistake = 'work_missing' | 'too_long' | 'minutes_wrong' | 'material_nameless' | 'proof_missing';
export interface Wrong {
  readonly field: string;
  readonly mistake: Mistake;
}
export type Typed = Readonly<Record<string, unknown>>;

const textOf = (typed: Typed, name: string): string => (typeof typed[name] === 'string' ? typed[name] : '');
export const materialName = (row: number, part: 'apa' | 'banyak' | 'satuan'): string => `bahan_${row}_${part}`;
const rows = Array.from({ length: materialRows }, (_, index) => index + 1);

function materialsOf(typed: Typed): { materials: Material[]; wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const materials = rows.flatMap((row): Material[] => {
    const part = (name: 'apa' | 'banyak' | 'satuan') => cleanLine(textOf(typed, materialName(row, name)));
    const material = { what: part('apa'), amount: part('banyak'), unit: part('satuan') };
    if (material.what === '' && material.amount === '' && material.unit === '') return [];
    if (material.what === '') wrong.push({ field: materialName(row, 'apa'), mistake: 'material_nameless' });
    for (const [key, name] of [
      ['what', 'apa'],
      ['amount', 'banyak'],
      ['unit', 'satuan'],
    ] as const)
      if (material[key].length > longest[key]) wrong.push({ field: materialName(row, name), mistake: 'too_long' });
    return [material];
  });
  return { materials, wrong };
}

/** Nothing typed is no minutes; anything but a whole number of a day is refused. */
function minutesOf(typed: Typed): number | null | undefined {
  const text = asciiDigits(cleanLine(textOf(typed, 'menit'))).replace(/\s*menit$/i, '');
  if (text === '') return null;
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return minutes <= dayMinutes ? minutes : undefined;
}

export interface Solving {
  readonly afterPhotos: number;
  readonly withoutPhoto: string; // the reason
}
export interface ReadVisit {
  readonly content: VisitContent;
  readonly withoutPhoto: string;
  readonly wrong: readonly Wrong[];
}

/** `solved`: the report is to be said solved, with so many photos of how it is now. */
export function readVisit(typed: Typed, solved: { readonly afterPhotos: number } | undefined): ReadVisit {
  const work = cleanLines(textOf(typed, 'dikerjakan'));
  const note = cleanLines(textOf(typed, 'catatan'));
  const withoutPhoto = cleanLine(textOf(typed, 'tanpa_foto'));
  const minutes = minutesOf(typed);
  const { materials, wrong } = materialsOf(typed);
  const found: readonly (readonly [boolean, string, Mistake])[] = [
    [work === '', 'dikerjakan', 'work_missing'],
    [work.length > longest.work, 'dikerjakan', 'too_long'],
    [minutes === undefined, 'menit', 'minutes_wrong'],
    [note.length > longest.note, 'catatan', 'too_long'],
    [withoutPhoto.length > longest.reason, 'tanpa_foto', 'too_long'],
    [solved !== undefined && solved.afterPhotos === 0 && withoutPhoto === '', 'tanpa_foto', 'proof_missing'],
  ];
  return {
    content: { work, note: note === '' ? null : note, minutes: minutes ?? null, materials },
    withoutPhoto,
    wrong: [...found.filter(([is]) => is).map(([, field, mistake]) => ({ field, mistake })), ...wrong],
  };
}

/** Metres from the reported point; nothing when one of the two is not known. */
export function distanceFrom(
  reported: { readonly lat: number | null; readonly long: number | null },
  taken: GeoPoint | undefined,
): number | null {
  const { lat, long } = reported;
  return lat === null || long === null || !taken ? null : Math.round(metresBetween({ lat, long }, taken));
}

export interface VisitTotals {
  readonly visits: number;
  readonly minutes: number;
}
export function totalsOf(visits: readonly Pick<VisitContent, 'minutes'>[]): VisitTotals {
  return { visits: visits.length, minutes: visits.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) };
}
