import { topLevelFields } from '../fields/find.ts';
import { type Answers, answerOf } from '../fields/types.ts';
import type { Field, FieldType, ServiceDefinition } from '../schema.ts';
import { shortName } from './personal.ts';

export interface Applicant {
  readonly name?: string;
  readonly shortName?: string; // "Andi T.", for lists
  readonly nik?: string;
  readonly phone?: string;
  readonly email?: string;
}

/**
 * Who applies: the questions `nama`, `nik` and `hp`; a service without such a question gives the first of that type.
 * Never the NIK of somebody else the form asked about earlier (a child, the deceased).
 */
export function applicantOf(def: ServiceDefinition, answers: Answers): Applicant {
  const fields = topLevelFields(def);
  const name = ownOrFirst({ id: 'nama', type: 'name' }, fields, answers);
  const nik = ownOrFirst({ id: 'nik', type: 'nik' }, fields, answers);
  const phone = ownOrFirst({ id: 'hp', type: 'phone' }, fields, answers);
  const email = firstOf('email', fields, answers) ?? looseEmail(fields, answers);
  return {
    ...(name === undefined ? {} : { name, shortName: shortName(name) }),
    ...(nik === undefined ? {} : { nik }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
}

function ownOrFirst(
  wanted: { id: string; type: FieldType },
  fields: readonly Field[],
  answers: Answers,
): string | undefined {
  const own = fields.find((field) => field.id === wanted.id);
  return own === undefined ? firstOf(wanted.type, fields, answers) : textOf(own, answers);
}

function firstOf(type: FieldType, fields: readonly Field[], answers: Answers): string | undefined {
  for (const field of fields) {
    const text = field.type === type ? textOf(field, answers) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

// An optional address may be asked as plain text, so that a half address is kept for the officer to ask about.
function looseEmail(fields: readonly Field[], answers: Answers): string | undefined {
  const text = textOf(
    fields.find((field) => field.type === 'text' && /^(e-?mail|surel)$/.test(field.id)),
    answers,
  );
  return text !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : undefined;
}

function textOf(field: Field | undefined, answers: Answers): string | undefined {
  const answer = field === undefined ? undefined : answerOf(answers, field.id);
  return typeof answer === 'string' ? answer : undefined;
}
