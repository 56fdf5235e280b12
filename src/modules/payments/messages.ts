import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { id, type PaymentMessages } from './messages.id.ts';

export function messagesFor(locale: Locale): PaymentMessages {
  return locale === 'en' ? en : id;
}
