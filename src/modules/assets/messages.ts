import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type AssetMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): AssetMessages {
  return locale === 'en' ? en : id;
}
