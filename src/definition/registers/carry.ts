// Once only: what a person wrote in one application answers the questions of the same meaning in another.
import { parseField } from '../fields/registry.ts';
import type { Answers, Env } from '../fields/types.ts';
import { answerOf } from '../fields/types.ts';
import type { Field, ServiceDefinition } from '../schema.ts';
import { meaningOf } from './registers.ts';

interface Given {
  readonly definition: ServiceDefinition;
  readonly answers: Answers;
}

// Rows of a group are about several people, so only the questions of the form itself are looked at.
const questionsOf = (definition: ServiceDefinition): Field[] => definition.form.flatMap((page) => page.fields);
const keyOf = (field: Field): string | undefined => {
  const meaning = meaningOf(field.prefill);
  return meaning === undefined ? undefined : `${meaning}:${field.type}`;
};

function known({ definition, answers }: Given): Map<string, unknown> {
  return new Map(
    questionsOf(definition).flatMap((field) => {
      const key = keyOf(field);
      const answer = answerOf(answers, field.id);
      return key === undefined || answer === undefined ? [] : [[key, answer] as const];
    }),
  );
}

/** The applicant's own NIK, when the form asks for it; never that of a child, a spouse or a witness. */
export function ownNik(given: Given): string | undefined {
  const nik = known(given).get('nik:nik');
  return typeof nik === 'string' ? nik : undefined;
}

/** Whether these answers could fill in anything elsewhere. */
export function canCarry(given: Given): boolean {
  return known(given).size > 0;
}

/** What fills the form of another service: same meaning, same type, and still a right answer there. */
export function carryAnswers(given: Given, to: ServiceDefinition, env: Env): Record<string, unknown> {
  const source = known(given);
  return Object.fromEntries(
    questionsOf(to).flatMap((field) => {
      const raw = source.get(keyOf(field) ?? '');
      return raw !== undefined && parseField(raw, field, env).ok ? [[field.id, raw] as const] : [];
    }),
  );
}
