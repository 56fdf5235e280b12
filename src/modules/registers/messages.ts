import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { id, type RegisterMessages } from './messages.id.ts';

export function messagesFor(locale: Locale): RegisterMessages {
  return locale === 'en' ? en : id;
}
