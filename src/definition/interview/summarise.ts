// Typed answers as people read them: check answers, the officer's case view, the letter.
import { say } from '../../lib/locale.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { withDerived } from '../derive/derive.ts';
import { formatField } from '../fields/registry.ts';
import { type Answers, answerOf, type Env, isRecord } from '../fields/types.ts';
import { wordsOf } from '../fields/words.ts';
import type { Field, FieldType, Page, ServiceDefinition } from '../schema.ts';
import { isPersonal } from './personal.ts';
import { fieldsOnPage } from './question.ts';
import type { Walk } from './walk.ts';

export interface SummaryItem {
  readonly id: string;
  readonly type: FieldType;
  readonly label: string;
  readonly value: string; // formatted
  readonly personal: boolean; // masked on staff lists, its reading is logged
  readonly rows?: readonly (readonly SummaryItem[])[]; // of a group
}
export interface SummaryPage {
  readonly page: string; // page id, or 'eligibility'
  readonly title: string;
  readonly items: readonly SummaryItem[];
}

/** The answered questions on the path, grouped by page; pages without an answer are left out. */
export function summarise(def: ServiceDefinition, answers: Answers, env: Env): SummaryPage[] {
  const asks = def.eligibility.map((rule) => rule.ask);
  const first: SummaryPage = {
    page: 'eligibility',
    title: wordsOf(env.locale).eligibility.title,
    items: itemsOf(asks, answers, env),
  };
  const asked = new Set(asks.map((field) => field.id));
  const pages = pagesOnPath(def, answers, env).map((page) => ({
    page: page.page,
    title: say(page.title, env.locale),
    items: itemsOf(
      fieldsOnPage(page, withDerived(def, answers), env).filter((field) => !asked.has(field.id)),
      answers,
      env,
    ),
  }));
  return [first, ...pages].filter((page) => page.items.length > 0);
}

/** The pages these typed answers lead through, in order. */
export function pagesOnPath(def: ServiceDefinition, answers: Answers, env: Env): Page[] {
  const known = withDerived(def, answers);
  return def.form.filter((page) => evaluate(page.when, known, env));
}

/** The same items as one list, from answers just parsed. */
export function summariseWalk(walked: Walk, env: Env): SummaryItem[] {
  const asks = walked.eligibility.map((step) => step.rule.ask);
  const fields = [
    ...asks,
    ...walked.pages.flatMap((step) => step.result.onPath.filter((field) => step.result.states.has(field.id))),
  ];
  return itemsOf(fields, walked.answers, env);
}

/** Items of any list of questions, such as an officer's form. */
export function itemsOf(fields: readonly Field[], answers: Answers, env: Env): SummaryItem[] {
  return fields.flatMap((field) => {
    const answer = answerOf(answers, field.id);
    if (answer === undefined) return [];
    const rows = field.type === 'group' && Array.isArray(answer) ? rowsOf(field, answer, env) : undefined;
    return [
      {
        id: field.id,
        type: field.type,
        label: say(field.label, env.locale),
        value: formatField(answer, field, env),
        personal: isPersonal(field),
        ...(rows === undefined ? {} : { rows }),
      },
    ];
  });
}

function rowsOf(field: Field, rows: readonly unknown[], env: Env): SummaryItem[][] {
  return rows.filter(isAnswers).map((row) => itemsOf(field.fields ?? [], row, env));
}

// Rows were parsed by the group's own questions; anything else shows as empty through `formatField`.
function isAnswers(row: unknown): row is Answers {
  return isRecord(row);
}
