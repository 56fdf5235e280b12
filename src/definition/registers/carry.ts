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

/** An application of the person: what it says, and which of its questions were proven (by a register, by an original an officer saw). */
export interface Told extends Given {
  readonly from: string; // its number
  readonly proven: ReadonlySet<string>;
  readonly accepted: boolean; // an officer found it right to the end
}
export interface Filling {
  readonly raw: unknown;
  readonly from: string;
  readonly proven: boolean;
}

/** A proven word before one that was merely accepted, that before one that was only written; among equals the latest. */
const weightOf = ({ proven, accepted }: Told, field: string): number => (proven.has(field) ? 2 : accepted ? 1 : 0);

/**
 * The person's profile for this form: of each question the best word that any application of theirs has for it.
 * @param told the latest first
 */
export function profileFor(told: readonly Told[], to: ServiceDefinition, env: Env): Record<string, Filling> {
  const best = new Map<string, Filling & { readonly weight: number }>();
  for (const one of told)
    for (const field of questionsOf(one.definition)) {
      const [key, raw] = [keyOf(field), answerOf(one.answers, field.id)];
      if (key === undefined || raw === undefined) continue;
      const weight = weightOf(one, field.id);
      if ((best.get(key)?.weight ?? -1) < weight)
        best.set(key, { raw, from: one.from, proven: one.proven.has(field.id), weight });
    }
  return Object.fromEntries(
    questionsOf(to).flatMap((field) => {
      const known = best.get(keyOf(field) ?? '');
      if (!known || !parseField(known.raw, field, env).ok) return [];
      const { raw, from, proven } = known;
      return [[field.id, { raw, from, proven }] as const];
    }),
  );
}
