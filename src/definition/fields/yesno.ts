import { foldCase } from '../../lib/people-text/people-text.ts';
import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

const yes = new Set(['ya', 'y', 'iya', 'iye', 'yes', 'true', '1', 'on', 'benar', 'betul', 'ok', 'oke']);
const no = new Set([
  'tidak',
  't',
  'tdk',
  'no',
  'n',
  'false',
  '0',
  'off',
  'bukan',
  'nggak',
  'gak',
  'ga',
  'tak',
  'salah',
]);

/** What a person's yes or no means; undefined when it is neither. */
export function readYesNo(raw: unknown): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  const text = foldCase(shortText(raw, 20) ?? '').replace(/[.,]$/, '');
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}

/** Yes or no, in the words and abbreviations of people, forms and JSON. */
export const yesnoKind: FieldKind<boolean> = {
  parse(raw, _field, env) {
    const value = readYesNo(raw);
    return value === undefined ? fail('yesno.format', wordsOf(env.locale).yesno.format) : { ok: true, value };
  },
  holds: (value) => typeof value === 'boolean',
  format: (value, _field, env) => (value ? wordsOf(env.locale).yesno.yes : wordsOf(env.locale).yesno.no),
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.yesno),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'boolean' }),
};
