import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type ComplaintMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): ComplaintMessages {
  return locale === 'en' ? en : id;
}
