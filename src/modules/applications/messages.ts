import { type Callable, calledOf } from '../../definition/called.ts';
import { registerOf } from '../../definition/registers/registers.ts';
import { type Locale, say } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type ApplicationMessages, id } from './messages.id.ts';

export function messagesFor(locale: Locale): ApplicationMessages {
  return locale === 'en' ? en : id;
}

/** What was sent is called by its name: an application, a report, a message. */
export function receiptWords(locale: Locale, about: Callable): ApplicationMessages['receipt'] {
  const { receipt, receiptOf } = messagesFor(locale);
  const called = calledOf(about);
  return called === 'permohonan' ? receipt : { ...receipt, ...receiptOf[called] };
}

/** "Data ini sudah ada pada kami": why a paper is not asked for, in the name of whoever stated it. */
export function waivedText(fact: string, locale: Locale): string {
  const [name = '', statement = ''] = fact.split('.');
  const register = registerOf(name);
  const holder = register ? say(register.holder, locale) : name;
  return messagesFor(locale).journey.waived(statement, holder);
}
