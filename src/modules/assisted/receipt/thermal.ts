// The receipt for a thermal printer: one text, from which both the printer's commands and the picture on the screen are made.
import receiptline from 'receiptline';
import type { Locale } from '../../../lib/locale.ts';
import { messagesFor } from '../messages.ts';
import type { ReceiptContent } from './content.ts';

export type PaperWidth = 58 | 80;
/** Characters of the printer's standard font on one line. */
const columns: Readonly<Record<PaperWidth, number>> = { 58: 32, 80: 48 };
const qrCell = 4; // dots

/** Printers know the old code page: typographic signs become plain ones, and signs of the markup lose their meaning. */
function plain(text: string): string {
  return text
    .replace(/[“”]/g, "'")
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/×/g, 'x')
    .replace(/[^\x20-\x7e]/g, '?')
    .replace(/[\\|{}~_"`^]/g, (sign) => `\\${sign}`)
    .replace(/^([-=])/, '\\$1');
}

export function receiptText(content: ReceiptContent, locale: Locale): string {
  const words = messagesFor(locale).receipt;
  const line = (label: string, value: string) => `|${plain(`${label}: ${value}`)}`;
  return [
    '{align:center;border:none}',
    `"${plain(content.city)}"`,
    plain(content.service),
    '-',
    plain(words.number),
    `^^^"${plain(content.number)}"`,
    '-',
    `|"${plain(content.due ? words.due(content.due) : words.noDue)}"`,
    '',
    line(words.receivedAt, content.receivedAt),
    ...(content.enteredAt ? [line(words.enteredAt, content.enteredAt)] : []),
    `|${plain(content.unit)}`,
    '',
    ...(content.missing.length === 0
      ? [`|${plain(words.nothingMissing)}`]
      : [`|${plain(words.missing)}:`, ...content.missing.map((label) => `|${plain(`- ${label}`)}`)]),
    '-',
    plain(words.scan),
    `{code:${content.trackUrl};option:qrcode,${qrCell},M}`,
    ...(content.hours ? [line(words.hours, content.hours)] : []),
    ...(content.phone ? [line(words.help, content.phone)] : []),
    `|${plain(words.free)}`,
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
