import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type CallMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): CallMessages {
  return locale === 'en' ? en : id;
}
