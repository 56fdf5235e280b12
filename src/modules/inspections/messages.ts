import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type InspectionMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): InspectionMessages {
  return locale === 'en' ? en : id;
}
