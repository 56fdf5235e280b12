import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type DialogueWords, id } from './messages.id.ts';

export function dialogueWords(locale: Locale): DialogueWords {
  return locale === 'en' ? en : id;
}

/** What a person wrote, safe to repeat: braces would be taken for a place to fill in. One short line. */
export function repeated(text: string, longest = 120): string {
  const line = text.replaceAll('{', '(').replaceAll('}', ')').replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= longest ? line : `${letters.slice(0, longest).join('')}...`;
}
