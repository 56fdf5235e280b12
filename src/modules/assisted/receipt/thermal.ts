// The receipt for a thermal printer: one text, from which both the printer's commands and the picture on the screen are made.
import receiptline from 'receiptline';
import type { Locale } from '../../../lib/locale.ts';
import { receiptWords } from '../messages.ts';
import type { ReceiptContent } from './content.ts';

export type PaperWidth = 58 | 80;
/** Characters of the printer's standard font on one line. */
const columns: Readonly<Record<PaperWidth, number>> = { 58: 32, 80: 48 };
const qrCell = 4; // dots

/** Printers know the old code page: typographic signs become plain ones. */
function typewritten(text: string): string {
  return text
    .replace(/[“”‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/×/g, 'x')
    .replace(/[^\x20-\x7e]/g, '?');
}

/** Signs of the receipt's markup lose their meaning. */
function plain(text: string): string {
  return text.replace(/[\\|{}~_"`^]/g, (sign) => `\\${sign}`).replace(/^([-=])/, '\\$1');
}

/** Lines of at most `most` signs, broken between words; the printer itself would break anywhere. */
export function foldWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of typewritten(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function receiptText(content: ReceiptContent, locale: Locale, width: PaperWidth): string {
  const words = receiptWords(locale, content);
  const folded = (text: string): string[] => foldWords(text, columns[width]).map(plain);
  const left = (text: string): string[] => folded(text).map((line) => `|${line}`);
  const named = (label: string, value: string) => left(`${label}: ${value}`);
  return [
    '{align:center;border:none}',
    ...folded(content.city).map((line) => `"${line}"`),
    ...folded(content.service),
    '-',
    ...folded(words.number),
    `^^^"${plain(content.number)}"`,
    '-',
    ...folded(content.due ? words.due(content.due, content.answer) : words.noDue).map((line) => `|"${line}"`),
    '',
    ...named(words.receivedAt, content.receivedAt),
    ...(content.enteredAt ? named(words.enteredAt, content.enteredAt) : []),
    ...left(content.unit),
    '',
    ...(content.missing.length === 0
      ? left(words.nothingMissing)
      : [...left(`${words.missing}:`), ...content.missing.flatMap((label) => left(`- ${label}`))]),
    '-',
    ...folded(words.scan),
    `{code:${content.trackUrl};option:qrcode,${qrCell},M}`,
    ...(content.hours ? named(words.hours, content.hours) : []),
    ...(content.phone ? named(words.help, content.phone) : []),
    ...left(words.free),
    '=',
  ].join('\n');
}

const printerOf = (width: PaperWidth) => ({ cpl: columns[width], encoding: 'cp437', spacing: false }) as const;

/** ESC/POS of the kind that every printer with a roll understands: the QR code travels as a picture. */
export function receiptCommands(text: string, width: PaperWidth): Buffer {
  return Buffer.from(receiptline.transform(text, { ...printerOf(width), command: 'generic', cutting: true }), 'latin1');
}

/** The same receipt as a picture. The library asks for a font from another site; ours asks nobody for anything. */
export function receiptPicture(text: string, width: PaperWidth): string {
  const svg = receiptline.transform(text, { ...printerOf(width), command: 'svg' });
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace('<g ', '<rect width="100%" height="100%" fill="#fff"/><g ');
}
