import { readText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

const longest = 100;
// Letters of any script and the marks of titles and transliteration: "Dra. Hj. Sitti Ma'ruf, M.Si.", "Nur`aini (Cici)".
const nameCharacters = /^[\p{L}\p{M}\u0027\u2018\u2019\u02bc\u0060.,()/ -]+$/u;

/** A person's name as on the KTP. A single letter is a name: some Indonesians are called so. */
export const nameKind: FieldKind<string> = {
  parse(raw, field, env) {
    const text = readText(raw, field, { env, max: longest, lines: false });
    if (!text.ok) return text;
    const allowed = nameCharacters.test(text.value) && /\p{L}/u.test(text.value);
    return allowed ? text : fail('name.characters', wordsOf(env.locale).name.characters);
  },
  holds: (value) => typeof value === 'string',
  format: (value) => value,
  prompt: (field, env) => promptLine(field, env, ''),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'string',
    minLength: field.min ?? 1,
    maxLength: field.max ?? longest,
  }),
};
