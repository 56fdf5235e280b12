// The one table of field types, and the doors through which a question of any type is read, shown and described.
import type { Field, FieldType } from '../schema.ts';
import { addressKind } from './address.ts';
import { areaKind } from './area.ts';
import { choiceKind } from './choice.ts';
import { choicesKind } from './choices.ts';
import { dateKind } from './date.ts';
import { decimalKind } from './decimal.ts';
import { declarationKind } from './declaration.ts';
import { emailKind } from './email.ts';
import { fileKind } from './file.ts';
import { makeGroupKind } from './group.ts';
import { infoKind } from './info.ts';
import { integerKind } from './integer.ts';
import { locationKind } from './location.ts';
import { longTextKind } from './long-text.ts';
import { moneyKind } from './money.ts';
import { nameKind } from './name.ts';
import { nibKind } from './nib.ts';
import { nikKind } from './nik.ts';
import { noKkKind } from './no-kk.ts';
import { npwpKind } from './npwp.ts';
import { type FieldsResult, type ParsedField, parseList } from './parse-fields.ts';
import { phoneKind } from './phone.ts';
import { isEmpty } from './raw.ts';
import { textKind } from './text.ts';
import type { AddressValue, Answer, Answers, Env, FieldEnv, FieldKind, JsonSchema, LocationValue } from './types.ts';
import { fail, labelOf, wordsOf } from './words.ts';
import { yesnoKind } from './yesno.ts';

/** The canonical value of each type. */
export interface FieldValues {
  text: string;
  'long-text': string;
  name: string;
  nik: string;
  'no-kk': string;
  npwp: string;
  nib: string;
  phone: string;
  email: string;
  date: string;
  integer: number;
  decimal: number;
  money: number;
  yesno: boolean;
  choice: string;
  choices: readonly string[];
  area: string;
  address: AddressValue;
  location: LocationValue;
  file: readonly string[];
  declaration: boolean;
  group: readonly Answers[];
  info: never;
}

export const fieldKinds: { readonly [T in FieldType]: FieldKind<FieldValues[T]> } = {
  text: textKind,
  'long-text': longTextKind,
  name: nameKind,
  nik: nikKind,
  'no-kk': noKkKind,
  npwp: npwpKind,
  nib: nibKind,
  phone: phoneKind,
  email: emailKind,
  date: dateKind,
  integer: integerKind,
  decimal: decimalKind,
  money: moneyKind,
  yesno: yesnoKind,
  choice: choiceKind,
  choices: choicesKind,
  area: areaKind,
  address: addressKind,
  location: locationKind,
  file: fileKind,
  declaration: declarationKind,
  group: makeGroupKind({ parse: parseField, format: formatField, jsonSchema: fieldJsonSchema }),
  info: infoKind,
};

/**
 * Reads one answer from any channel. `value` is undefined when an optional question was left empty; a required one
 * then fails with code `required`. Never throws, whatever was sent.
 */
export function parseField(raw: unknown, field: Field, env: FieldEnv): ParsedField {
  if (field.type === 'info') return { ok: true, value: undefined };
  if (isEmpty(raw)) return nothing(field, env);
  const parsed = kindOf(field).parse(raw, field, env);
  return parsed.ok && isEmpty(parsed.value) ? nothing(field, env) : parsed;
}

/** Reads a list of questions outside an interview, such as the form of an officer's action. */
export function parseFields(fields: readonly Field[], raw: unknown, env: FieldEnv): FieldsResult {
  return parseList({ fields, raw, env, parse: parseField });
}

/** A stored value in people's words; empty when the value is not one of this question. */
export function formatField(value: unknown, field: Field, env: Env): string {
  const kind = kindOf(field);
  return kind.holds(value) ? kind.format(value, field, env) : '';
}

/** The question as one line to say or to send in a chat. */
export function promptField(field: Field, env: Env): string {
  return kindOf(field).prompt(field, env);
}

/** JSON Schema 2020-12 of the canonical value. */
export function fieldJsonSchema(field: Field): JsonSchema {
  return kindOf(field).jsonSchema(field);
}

function kindOf(field: Field): FieldKind<Answer> {
  return fieldKinds[field.type];
}

function nothing(field: Field, env: Env): ParsedField {
  return field.required ? fail('required', requiredSentence(field, env)) : { ok: true, value: undefined };
}

function requiredSentence(field: Field, env: Env): string {
  const words = wordsOf(env.locale);
  const label = labelOf(field, env);
  if (field.type === 'declaration') return words.declaration.agree({ label });
  if (label.endsWith('?')) return words.required.answer({ label });
  switch (field.type) {
    case 'yesno':
      return words.required.yesno({ label });
    case 'choice':
    case 'choices':
    case 'area':
    case 'location':
      return words.required.pick({ label });
    case 'file':
      return words.required.upload({ label });
    case 'group':
      return words.required.add({ label });
    default:
      return words.required.fill({ label });
  }
}
