import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type AuthoringMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): AuthoringMessages {
  return locale === 'en' ? en : id;
}
export const flashCodes = [
  'simpan',
  'minta',
  'tarik',
  'kembali',
  'terbit',
  'jadwal',
  'buang',
  'tutup',
  'buka',
  'batal',
  'pindah',
  'kasus',
] as const;
export type FlashCode = (typeof flashCodes)[number];
