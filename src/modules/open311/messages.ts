import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { id, type Open311Messages } from './messages.id.ts';

export function messagesFor(locale: Locale): Open311Messages {
  return locale === 'en' ? en : id;
}
