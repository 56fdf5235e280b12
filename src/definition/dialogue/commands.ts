// Words that steer the dialogue instead of answering it.
import { foldCase } from '../../lib/people-text/people-text.ts';

const commands = ['back', 'stop', 'repeat', 'help', 'summary', 'next', 'skip', 'english', 'indonesian'] as const;
export type Command = (typeof commands)[number];

const words: Readonly<Record<Command, readonly string[]>> = {
  back: ['0', 'kembali', 'mundur', 'back'],
  stop: ['#', 'berhenti', 'stop', 'simpan'],
  repeat: ['ulang', 'ulangi', 'repeat'],
  help: ['bantuan', 'petugas', 'help', 'officer'],
  summary: ['ringkasan', 'summary'],
  next: ['lanjut', 'lanjutkan', 'next', 'continue'],
  skip: ['-', '\u2013', '\u2014', '--', 'lewati', 'skip'], // phones turn two hyphens into a dash
  english: ['english', 'inggris', 'bahasa inggris', 'in english'],
  indonesian: ['bahasa indonesia', 'indonesian'],
};
const commandOf = new Map(commands.flatMap((command) => words[command].map((word) => [word, command] as const)));

/** What a word means at certain questions only. */
export const moreWords: ReadonlySet<string> = new Set(['lagi', 'tambah', 'more', 'add']);
export const enoughWords: ReadonlySet<string> = new Set(['cukup', 'selesai', 'sudah', 'enough', 'finished']);
export const removeWords: ReadonlySet<string> = new Set(['hapus', 'remove', 'delete']);
export const laterWords: ReadonlySet<string> = new Set(['nanti', 'menyusul', 'later']);
export const sendWords: ReadonlySet<string> = new Set(['kirim', 'kirim sekarang', 'send', 'send now']);

/** The text for comparing with command words; empty when it is too long to be one. */
export function wordIn(text: string): string {
  return text.length > 60 ? '' : foldCase(text).replace(/(?<=.)[.!?\s]+$/, '');
}

export function readCommand(text: string): Command | undefined {
  return commandOf.get(wordIn(text));
}

/** `"bantuan"` in quotation marks is the answer bantuan, not a call for help; undefined when nothing is quoted. */
export function quotedWord(text: string): string | undefined {
  const inside = text.length > 70 ? undefined : /^\s*["\u201c\u201d](.+)["\u201c\u201d]\s*$/s.exec(text)?.[1];
  return inside !== undefined && readCommand(inside) !== undefined ? inside : undefined;
}
