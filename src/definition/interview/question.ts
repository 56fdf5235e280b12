import { say } from '../../lib/locale.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { promptField } from '../fields/registry.ts';
import { type Answers, answerOf, type Env } from '../fields/types.ts';
import { wordsOf } from '../fields/words.ts';
import type { Field, FieldType, Page } from '../schema.ts';

/** One question in the reader's language, enough for a program, a chat or a form to ask it. */
export interface Question {
  readonly id: string;
  readonly type: FieldType;
  readonly label: string;
  readonly hint?: string;
  readonly prompt: string; // one line to say or send
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[]; // empty unless there is a list
  readonly fields?: readonly Question[]; // the questions of each row of a group
}

export function questionOf(field: Field, env: Env): Question {
  return {
    id: field.id,
    type: field.type,
    label: say(field.label, env.locale),
    ...(field.hint === undefined ? {} : { hint: say(field.hint, env.locale) }),
    prompt: promptField(field, env),
    required: field.required && field.type !== 'info',
    options: optionsOf(field, env),
    ...(field.fields === undefined ? {} : { fields: field.fields.map((inner) => questionOf(inner, env)) }),
  };
}

/** The fields of a page that are on the path with these answers, in order; for drawing the page. */
export function fieldsOnPage(page: Page, answers: Answers, env: Env): Field[] {
  const before: Record<string, Answers[string]> = { ...answers };
  for (const field of page.fields) delete before[field.id];
  const found: Field[] = [];
  for (const field of page.fields) {
    if (!evaluate(field.when, before, env)) continue;
    found.push(field);
    const answer = answerOf(answers, field.id);
    if (answer !== undefined) before[field.id] = answer;
  }
  return found;
}

function optionsOf(field: Field, env: Env): Question['options'] {
  if (field.type === 'yesno') {
    const words = wordsOf(env.locale).yesno;
    return [
      { value: 'ya', label: words.yes },
      { value: 'tidak', label: words.no },
    ];
  }
  return (field.options ?? []).map((option) => ({ value: option.value, label: say(option.label, env.locale) }));
}
