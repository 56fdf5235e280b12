import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type BoardMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): BoardMessages {
  return locale === 'en' ? en : id;
}
