import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type DeskMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): DeskMessages {
  return locale === 'en' ? en : id;
}

export const flashCodes = [
  'tersimpan',
  'diambil',
  'dilepas',
  'dipegang',
  'pesan',
  'pilih',
  'dicatat',
  'diingatkan',
] as const;
export type FlashCode = (typeof flashCodes)[number];
