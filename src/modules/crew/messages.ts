import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type CrewMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): CrewMessages {
  return locale === 'en' ? en : id;
}
