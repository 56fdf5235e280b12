import type { AppError } from '../../../lib/errors.ts';
import type { Locale } from '../../../lib/locale.ts';
import { en } from '../messages.en.ts';
import { id, type Messages } from '../messages.id.ts';

export function wordsOf(locale: Locale): Messages {
  return locale === 'en' ? en : id;
}

/** The sentence of one of our own errors, to be shown beside the form. */
export function sentenceOf(error: AppError, locale: Locale): string {
  const sentences: Readonly<Record<string, (params: AppError['params']) => string>> = wordsOf(locale).errors;
  return sentences[error.code]?.(error.params) ?? error.code;
}
