// The form of an action: its own fields from the definition, plus what its kind always needs.

import { withDerived } from '../../definition/derive/derive.ts';
import type { Env } from '../../definition/fields/types.ts';
import { documentsOnPath } from '../../definition/interview/documents.ts';
import { fieldsOnPage } from '../../definition/interview/question.ts';
import { pagesOnPath } from '../../definition/interview/summarise.ts';
import type { Action, Field, LocalText, Option, ServiceDefinition, Task } from '../../definition/schema.ts';
import type { CaseState } from './types.ts';

export interface Choosable {
  readonly questions: readonly Option[]; // questions the applicant answered or could
  readonly documents: readonly Option[];
  readonly units: readonly Option[]; // of the same kind: where the case may be forwarded to
  readonly anyUnits?: readonly Option[] | undefined; // all others
}

const words = {
  fields: { id: 'Isian yang perlu dilengkapi', en: 'Answers to complete' },
  documents: { id: 'Dokumen yang perlu dilengkapi', en: 'Documents to complete' },
  reason: { id: 'Alasan', en: 'Reason' },
  note: { id: 'Penjelasan untuk pemohon', en: 'Explanation for the applicant' },
  noteHint: {
    id: 'Tulis apa yang kurang dan bagaimana memperbaikinya.',
    en: 'Say what is missing and how to put it right.',
  },
  unit: { id: 'Teruskan ke unit', en: 'Forward to' },
} satisfies Record<string, LocalText>;

const choices = (id: string, label: LocalText, options: readonly Option[]): Field[] =>
  options.length === 0 ? [] : [{ id, type: 'choices', label, required: false, options: [...options] }];

function reasonFields(action: Action): Field[] {
  const note: Field = {
    id: 'note',
    type: 'long-text',
    label: words.note,
    hint: words.noteHint,
    required: action.reasons === undefined,
    max: 1000,
  };
  if (!action.reasons) return [note];
  return [{ id: 'reason', type: 'choice', label: words.reason, required: true, options: action.reasons }, note];
}

/** True for actions that move a case to another unit: a `forward` whose form asks for one. */
export function asksForUnit(action: Action): boolean {
  return action.kind === 'forward' && action.form.some((field) => field.id === 'unit');
}

/** The question of the action's form that holds a unit's code, if it has one. */
export function unitQuestion(action: Action): string | undefined {
  return action.assign?.from ?? action.release?.from ?? (asksForUnit(action) ? 'unit' : undefined);
}

function ownFields(action: Action, { units, anyUnits = units }: Choosable): Field[] {
  const asked = unitQuestion(action);
  const all = (action.among ?? (action.assign || action.release ? 'any' : 'same-kind')) === 'any';
  // The name of the unit that speaks is known already.
  const form = action.form.filter((field) => field.id !== action.each?.name);
  return form.map((field) =>
    field.id === asked ? { ...field, type: 'choice', options: [...(all ? anyUnits : units)] } : field,
  );
}

/** The questions an officer answers to carry out `step`, in order. */
export function formOf(step: Action | Task, choosable: Choosable): Field[] {
  if ('in' in step) return step.form;
  const own = ownFields(step, choosable);
  if (step.kind === 'correct') {
    const { questions, documents } = choosable;
    return [
      ...choices('fields', words.fields, questions),
      ...choices('documents', words.documents, documents),
      ...own,
      ...reasonFields(step),
    ];
  }
  return step.kind === 'refuse' ? [...own, ...reasonFields(step)] : own;
}

/** What a correction may pick from: the questions and the uploads on the path of this applicant's answers. */
export function choosableOf(
  definition: ServiceDefinition,
  state: CaseState,
  given: { units: readonly Option[]; anyUnits?: readonly Option[]; env: Env },
): Choosable {
  const { units, anyUnits = units, env } = given;
  const pages = pagesOnPath(definition, state.answers, env);
  const questions = pages
    .flatMap((page) => fieldsOnPage(page, withDerived(definition, state.answers), env))
    .filter((field) => field.type !== 'info');
  const onPath = new Set(documentsOnPath(definition, state.answers, env).map((document) => document.id));
  const documents = definition.documents.filter((document) => onPath.has(document.id));
  return {
    questions: questions.map((field) => ({ value: field.id, label: field.label })),
    documents: documents.map((document) => ({ value: document.id, label: document.label })),
    units,
    anyUnits,
  };
}
