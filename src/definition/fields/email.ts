import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

const longest = 254; // RFC 5321, with 64 before the @
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** An e-mail address in lower case: phones write the first letter large on their own. */
export const emailKind: FieldKind<string> = {
  parse(raw, _field, env) {
    const text = (shortText(raw, longest + 50) ?? '')
      .toLowerCase()
      .replace(/^mailto:/, '')
      .replaceAll(' ', '');
    const at = text.lastIndexOf('@');
    const sound =
      text.length <= longest && at <= 64 && local.test(text.slice(0, at)) && domain.test(text.slice(at + 1));
    return at > 0 && sound ? { ok: true, value: text } : fail('email.format', wordsOf(env.locale).email.format);
  },
  holds: (value) => typeof value === 'string',
  format: (value) => value,
  prompt: (field, env) => promptLine(field, env, ''),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'string', format: 'email', maxLength: longest }),
};
