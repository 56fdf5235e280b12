import { type Locale, say } from '../../lib/locale.ts';
import type { Change } from './diff.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';

export { type Change, diffDefinitions } from './diff.ts';
export { type DiffLine, diffText } from './text-diff.ts';

/** 'Pertanyaan "Nama usaha" berubah nama dari "Nama usaha" menjadi "Nama warung"' */
export function changeText(change: Change, locale: Locale): string {
  const words = locale === 'en' ? en : id;
  const said = (value: Change['before']) => (typeof value === 'object' ? say(value, locale) : (value ?? words.none));
  const name = change.name ? say(change.name, locale) : (change.id ?? '');
  const sentence = words.change(words.parts[change.part], name, words.traits[change.trait]);
  if (change.before === undefined && change.after === undefined) return sentence;
  return `${sentence} ${words.sides(said(change.before), said(change.after))}`;
}
