import { registerOf } from '../../definition/registers/registers.ts';
import { type Locale, say } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type ApplicationMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): ApplicationMessages {
  return locale === 'en' ? en : id;
}

/** A report (its number begins with L) is spoken of as one. */
export function receiptWords(locale: Locale, { number }: { readonly number: string }): ApplicationMessages['receipt'] {
  const { receipt, receiptOfReport } = messagesFor(locale);
  return number.startsWith('L') ? { ...receipt, ...receiptOfReport } : receipt;
}

/** "Data ini sudah ada pada kami": why a paper is not asked for, in the name of whoever stated it. */
export function waivedText(fact: string, locale: Locale): string {
  const [name = '', statement = ''] = fact.split('.');
  const register = registerOf(name);
  const holder = register ? say(register.holder, locale) : name;
  return messagesFor(locale).journey.waived(statement, holder);
}
