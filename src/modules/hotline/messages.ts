import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type HotlineMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): HotlineMessages {
  return locale === 'en' ? en : id;
}
