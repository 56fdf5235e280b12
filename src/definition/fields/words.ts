// How a question is named in a sentence, and where its sentences come from.
import { type Locale, say } from '../../lib/locale.ts';
import { en } from '../messages.en.ts';
import { id, type Messages } from '../messages.id.ts';
import type { Field } from '../schema.ts';
import type { Env, Parsed } from './types.ts';

export function wordsOf(locale: Locale): Messages {
  return locale === 'en' ? en : id;
}

/** "Nama lengkap" becomes "nama lengkap" inside a sentence; "NIK pemohon" and "RT/RW" stay. */
export function inSentence(label: string): string {
  const second = label.charAt(1);
  const isWord = second === '' || second === ' ' || second !== second.toUpperCase();
  return isWord ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

export function labelOf(field: Field, env: { readonly locale: Locale }): string {
  return inSentence(say(field.label, env.locale));
}

export function fail(code: string, message: string): Parsed<never> {
  return { ok: false, code, message };
}

/** Label, guidance and "may be skipped" as one spoken or chat line. */
export function promptLine(field: Field, env: Env, guidance: string): string {
  const label = say(field.label, env.locale);
  const hint = field.hint === undefined ? '' : say(field.hint, env.locale);
  const optional = field.required || field.type === 'info' ? '' : wordsOf(env.locale).prompt.optional;
  return [asSentence(label), asSentence(hint), guidance, optional].filter((part) => part !== '').join(' ');
}

export function asSentence(text: string): string {
  return text === '' || /[.?:]$/.test(text) ? text : `${text}.`;
}

/** Title and description every schema starts with; descriptions are for programmers and stay Indonesian. */
export function schemaHead(field: Field): { title: string; description?: string } {
  return field.hint === undefined ? { title: field.label.id } : { title: field.label.id, description: field.hint.id };
}
