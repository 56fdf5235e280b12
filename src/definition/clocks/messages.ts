import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import type { ClockWords } from './messages.id.ts';
import { id } from './messages.id.ts';

const words: Readonly<Record<Locale, ClockWords>> = { id, en };

export function clockWords(locale: Locale): ClockWords {
  return words[locale];
}
