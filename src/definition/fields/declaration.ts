import { foldCase } from '../../lib/people-text/people-text.ts';
import { shortText } from './raw.ts';
import type { FieldKind } from './types.ts';
import { fail, labelOf, promptLine, schemaHead, wordsOf } from './words.ts';
import { readYesNo } from './yesno.ts';

/** A statement to agree to. Only agreement is an answer to a required one. */
export const declarationKind: FieldKind<boolean> = {
  parse(raw, field, env) {
    const agreed = foldCase(shortText(raw, 20) ?? '') === 'setuju' || foldCase(shortText(raw, 20) ?? '') === 'agree';
    const value = agreed || readYesNo(raw);
    const refused = value === undefined || (field.required && !value);
    return refused
      ? fail('declaration.agree', wordsOf(env.locale).declaration.agree({ label: labelOf(field, env) }))
      : { ok: true, value };
  },
  holds: (value) => typeof value === 'boolean',
  format: (value, _field, env) =>
    value ? wordsOf(env.locale).declaration.agreed : wordsOf(env.locale).declaration.notAgreed,
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.declaration),
  jsonSchema: (field) => ({ ...schemaHead(field), ...(field.required ? { const: true } : { type: 'boolean' }) }),
};
