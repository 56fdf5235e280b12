import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type CaseMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): CaseMessages {
  return locale === 'en' ? en : id;
}
export const caseErrors = { id: id.errors, en: en.errors };
