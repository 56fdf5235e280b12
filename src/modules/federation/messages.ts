import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type FederationMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): FederationMessages {
  return locale === 'en' ? en : id;
}
