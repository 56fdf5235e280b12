import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type CatalogueMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): CatalogueMessages {
  return locale === 'en' ? en : id;
}
