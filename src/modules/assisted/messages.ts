import type { Called } from '../../definition/called.ts';
import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type AssistedMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): AssistedMessages {
  return locale === 'en' ? en : id;
}

/** On paper as on the screen: what was handed in is called by its name. */
export function receiptWords(locale: Locale, { called }: { readonly called: Called }): AssistedMessages['receipt'] {
  const { receipt, receiptOf } = messagesFor(locale);
  return called === 'permohonan' ? receipt : { ...receipt, ...receiptOf[called] };
}
