import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type ApplicationMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): ApplicationMessages {
  return locale === 'en' ? en : id;
}
