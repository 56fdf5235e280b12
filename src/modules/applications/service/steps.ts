// The way through an application: eligibility, pages, documents, check. Worked out anew from the answers at every request,
// so there is no stored "current page" that could be wrong.

import { evaluate } from '../../../definition/conditions/evaluate.ts';
import { withDerived } from '../../../definition/derive/derive.ts';
import { parseFields } from '../../../definition/fields/registry.ts';
import type { Answers, Env } from '../../../definition/fields/types.ts';
import { type DocumentAsk, documentsOnPath, waivedOnPath } from '../../../definition/interview/documents.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import { fieldsOnPage } from '../../../definition/interview/question.ts';
import { pagesOnPath } from '../../../definition/interview/summarise.ts';
import { askingsOf, lockedFields, type RegisterWord, wordOf } from '../../../definition/registers/ask.ts';
import type { Eligibility, Field, Page, ServiceDefinition } from '../../../definition/schema.ts';
import type { Draft } from '../types.ts';

export type Step =
  | {
      readonly kind: 'eligibility';
      readonly path: string;
      readonly rule: Eligibility;
      readonly done: boolean;
      readonly stops: boolean;
      readonly advises: boolean; // another service fits better, but one may go on
    }
  | {
      readonly kind: 'page';
      readonly path: string;
      readonly page: Page;
      readonly fields: readonly Field[];
      readonly done: boolean;
    }
  | { readonly kind: 'document'; readonly path: string; readonly document: DocumentAsk; readonly done: boolean }
  | { readonly kind: 'check'; readonly path: 'periksa'; readonly done: false };

function eligibilityStep(rule: Eligibility, draft: Draft, given: { answers: Answers; env: Env }): Step {
  const answered = given.answers[rule.ask.id] !== undefined;
  const met = !answered || evaluate(rule.needs, given.answers, given.env);
  const path = `kelayakan/${rule.id}`;
  return {
    kind: 'eligibility',
    path,
    rule,
    done: draft.seen.includes(path) && (answered || !rule.ask.required),
    stops: !met && rule.else.stop,
    advises: !met && !rule.else.stop,
  };
}

function pageStep(page: Page, draft: Draft, given: { answers: Answers; env: Env }): Step {
  const path = `isi/${page.page}`;
  const { errors } = parseFields(page.fields, draft.answers, { ...given.env, answers: given.answers });
  return {
    kind: 'page',
    path,
    page,
    fields: fieldsOnPage(page, given.answers, given.env),
    done: draft.seen.includes(path) && errors.length === 0,
  };
}

function documentStep(document: DocumentAsk, draft: Draft): Step {
  const path = `dokumen/${document.id}`;
  const given = draft.documents.some((candidate) => candidate.id === document.id);
  return {
    kind: 'document',
    path,
    document,
    done: given || (document.required === 'soft' && draft.seen.includes(path)),
  };
}

export interface Way {
  readonly answers: Answers;
  readonly word: RegisterWord; // what registers state about these answers
  readonly waived: readonly { readonly id: string; readonly label: string; readonly fact: string }[];
  readonly locked: ReadonlySet<string>; // questions a register confirmed
  readonly steps: readonly Step[];
}

/** Every step on the path with today's answers, in order; the last is the check page. */
export function wayOf(definition: ServiceDefinition, draft: Draft, env: Env): Way {
  const { answers } = parseAnswers(definition, draft.answers, env);
  const given = { answers: withDerived(definition, answers), env };
  const word = wordOf(askingsOf(definition, answers), draft.registers);
  const told = { ...env, word };
  const steps: Step[] = [
    ...definition.eligibility.map((rule) => eligibilityStep(rule, draft, given)),
    ...pagesOnPath(definition, answers, env).map((page) => pageStep(page, draft, given)),
    ...documentsOnPath(definition, answers, told).map((document) => documentStep(document, draft)),
    { kind: 'check', path: 'periksa', done: false },
  ];
  const waived = waivedOnPath(definition, answers, told);
  return { answers, steps, word, waived, locked: lockedFields(definition, word) };
}

export function firstOpen(way: Way): Step {
  const stop = way.steps.find((step) => step.kind === 'eligibility' && step.stops);
  return stop ?? way.steps.find((step) => !step.done) ?? checkStep;
}
const checkStep: Step = { kind: 'check', path: 'periksa', done: false };

/** Where "Simpan dan lanjut" leads: the step after this one, or, when coming from the check page, the first one still open. */
export function stepAfter(way: Way, path: string, backToCheck: boolean): Step {
  const stop = way.steps.find((step) => step.kind === 'eligibility' && step.stops);
  if (stop) return stop;
  if (backToCheck) return firstOpen(way);
  const index = way.steps.findIndex((step) => step.path === path);
  return way.steps[index + 1] ?? firstOpen(way);
}

export function stepBefore(way: Way, path: string): Step | undefined {
  const index = way.steps.findIndex((step) => step.path === path);
  return index > 0 ? way.steps[index - 1] : undefined;
}
