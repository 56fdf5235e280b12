import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type AssistedMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): AssistedMessages {
  return locale === 'en' ? en : id;
}
