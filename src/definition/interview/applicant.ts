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

/** Who applies: the question `nama`, else the first name; the first NIK, phone and e-mail that were given. */
export function applicantOf(def: ServiceDefinition, answers: Answers): Applicant {
  const fields = topLevelFields(def);
  const name =
    textOf(
      fields.find((field) => field.id === 'nama'),
      answers,
    ) ?? firstOf('name', fields, answers);
  const nik = firstOf('nik', fields, answers);
  const phone = firstOf('phone', fields, answers);
  const email = firstOf('email', fields, answers);
  return {
    ...(name === undefined ? {} : { name, shortName: shortName(name) }),
    ...(nik === undefined ? {} : { nik }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
}

function firstOf(type: FieldType, fields: readonly Field[], answers: Answers): string | undefined {
  for (const field of fields) {
    const text = field.type === type ? textOf(field, answers) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

function textOf(field: Field | undefined, answers: Answers): string | undefined {
  const answer = field === undefined ? undefined : answerOf(answers, field.id);
  return typeof answer === 'string' ? answer : undefined;
}
