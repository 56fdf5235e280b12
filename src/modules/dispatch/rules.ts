// What follows for a forwarding from the category of a report. Pure.
import type { Priority } from '../complaints/index.ts';

/** Values of the fields `kelas` and `prioritas` of the step `teruskan`. */
export const classes = ['ringan', 'biasa', 'pengawasan', 'informasi'] as const;
export type ReportClass = (typeof classes)[number];
export const priorityWords: Readonly<Record<Priority, PriorityWord>> = {
  urgent: 'darurat',
  high: 'tinggi',
  normal: 'sedang',
  low: 'rendah',
};
export const priorityValues = ['darurat', 'tinggi', 'sedang', 'rendah'] as const;
export type PriorityWord = (typeof priorityValues)[number];

const classesOfCategories: Readonly<Record<string, ReportClass>> = {
  ringan: 'ringan',
  normatif: 'informasi',
  'tidak-berkadar-pengawasan': 'biasa',
  'berkadar-pengawasan': 'pengawasan',
};
/** The class of the region's categories in the words of the workflow. */
export function classOf(category: { readonly class: string }): ReportClass {
  return (
    (Object.hasOwn(classesOfCategories, category.class) ? classesOfCategories[category.class] : undefined) ?? 'biasa'
  );
}

export const undoMinutes = 15;
/** A forwarding is taken back with one tap for a while only; after that the case page asks for more thought. */
export function mayUndo(forwardedAt: Date, now: Date): boolean {
  return now.getTime() - forwardedAt.getTime() <= undoMinutes * 60_000;
}

export const batchUndoMinutes = 60;
export const undoableUntil = (finishedAt: Date): Date => new Date(finishedAt.getTime() + batchUndoMinutes * 60_000);
/** What was done to many at once is looked at longer before it is known to be right. */
export function mayUndoBatch(finishedAt: Date, now: Date): boolean {
  return now <= undoableUntil(finishedAt);
}

/** The first words of a text, for a list. */
export function beginningOf(text: string, most = 240): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** A title for the public: the first sentence, in one line. */
export function titleFrom(text: string): string {
  const [first = ''] = text.split(/(?<=[.?])\s|\n/);
  return beginningOf(first, 80);
}

/** A text piece by piece: what looks personal and what does not. */
export function piecesOf(
  text: string,
  found: readonly { readonly from: number; readonly to: number }[],
): { readonly text: string; readonly personal: boolean }[] {
  const pieces: { text: string; personal: boolean }[] = [];
  let at = 0;
  for (const { from, to } of found) {
    pieces.push({ text: text.slice(at, from), personal: false }, { text: text.slice(from, to), personal: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), personal: false }].filter((piece) => piece.text !== '');
}

/** What the places of a ready sentence stand for; an empty one stays as it is, for the officer to see. */
export type Places = Readonly<Record<'nomor' | 'tempat' | 'kategori' | 'dinas', string>>;
export function fillPlaces(sentence: string, places: Places): string {
  const known: Readonly<Record<string, string>> = places;
  return sentence.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(known, name) && known[name] !== '' ? String(known[name]) : whole,
  );
}
