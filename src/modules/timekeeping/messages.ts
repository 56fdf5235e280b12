import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { id, type TimekeepingMessages } from './messages.id.ts';

export function messagesFor(locale: Locale): TimekeepingMessages {
  return locale === 'en' ? en : id;
}
