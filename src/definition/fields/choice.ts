import { findOption, numberedOptions, optionLabel } from './options.ts';
import type { FieldKind } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** One of the options, kept as the option's value. */
export const choiceKind: FieldKind<string> = {
  parse(raw, field, env) {
    const option = findOption(raw, field);
    return option === undefined
      ? fail('choice.unknown', wordsOf(env.locale).choice.unknown)
      : { ok: true, value: option.value };
  },
  holds: (value) => typeof value === 'string',
  format: (value, field, env) => optionLabel(value, field, env.locale),
  prompt: (field, env) =>
    promptLine(field, env, wordsOf(env.locale).prompt.choice({ list: numberedOptions(field, env.locale) })),
  jsonSchema: (field) => ({
    ...schemaHead(field),
    type: 'string',
    enum: (field.options ?? []).map((option) => option.value),
  }),
};
