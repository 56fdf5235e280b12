import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type DossierMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): DossierMessages {
  return locale === 'en' ? en : id;
}
