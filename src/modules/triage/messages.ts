import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { id, type TriageMessages } from './messages.id.ts';

export function messagesFor(locale: Locale): TriageMessages {
  return locale === 'en' ? en : id;
}
