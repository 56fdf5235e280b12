import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type DispatchMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): DispatchMessages {
  return locale === 'en' ? en : id;
}
