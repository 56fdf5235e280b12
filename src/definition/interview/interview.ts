// One conversation for every channel: given what was answered so far, what comes next. Nothing is stored.
import type { FieldError } from '../../lib/errors.ts';
import { say } from '../../lib/locale.ts';
import { derivedShown, type ShownDerivation } from '../derive/shown.ts';
import { feeOf } from '../fees/fee-of.ts';
import type { Answers, Env } from '../fields/types.ts';
import type { Eligibility, Field, ServiceDefinition } from '../schema.ts';
import { type DocumentAsk, type DocumentEnv, documentsOnPath } from './documents.ts';
import { type Question, questionOf } from './question.ts';
import { type SummaryItem, summariseWalk } from './summarise.ts';
import { type EligibilityStep, type PageStep, stoppedBy, type Walk, walk } from './walk.ts';

/** `askOptional`: stop also at optional questions nobody was asked yet (pages and chats); programs send what they have. */
export interface InterviewEnv extends DocumentEnv {
  readonly askOptional?: boolean;
}

export interface Interview {
  readonly status: 'ask' | 'review' | 'not-eligible';
  readonly ask: readonly Question[]; // of the next page or eligibility rule, those still unanswered or wrong
  readonly page?: string; // the page to show next; absent while eligibility is asked
  readonly eligibility?: string; // the eligibility rule being asked, or not met
  readonly step: { readonly index: number; readonly count: number }; // from 1; eligibility is one step
  readonly summary: readonly Pick<SummaryItem, 'id' | 'label' | 'value'>[];
  readonly offer?: { readonly service?: string; readonly say: string };
  readonly advice: readonly string[];
  readonly errors: readonly FieldError[]; // of what was sent; what is merely unanswered is in `ask`
  readonly warnings: readonly FieldError[];
  readonly documents: readonly DocumentAsk[];
  readonly derived: readonly ShownDerivation[]; // what follows from the answers by table
  readonly fee: ToldFee | null; // null: not known yet, or set by the office
}

/** The fee in the reader's words: "Rp30.000" or "Gratis", how it came about, and by which article. */
export interface ToldFee {
  readonly amount: number;
  readonly legal?: string;
  readonly derivation?: string;
  readonly confirmed: boolean;
}

interface Next {
  readonly fields: readonly Field[];
  readonly index: number;
  readonly page?: string;
  readonly eligibility?: string;
}

/**
 * The state of an application from raw answers (ids of the form and of the eligibility questions). Eligibility comes
 * before personal data; when it is not met and stops, nothing else is asked. Never throws.
 */
export function interview(def: ServiceDefinition, raw: unknown, env: InterviewEnv): Interview {
  const walked = walk(def, raw, env);
  const offset = def.eligibility.length > 0 ? 1 : 0;
  const count = Math.max(1, walked.pages.length + offset);
  const stop = refusedBefore(walked.eligibility);
  const next = stop === undefined ? nextStep(walked, offset, env.askOptional === true) : undefined;
  return {
    status: stop !== undefined ? 'not-eligible' : next !== undefined ? 'ask' : 'review',
    ask: next?.fields.map((field) => questionOf(field, env)) ?? [],
    ...(next?.page === undefined ? {} : { page: next.page }),
    ...eligibilityOf(stop, next),
    step: { index: stop !== undefined ? 1 : (next?.index ?? count), count },
    summary: summariseWalk(walked, env).map(({ id, label, value }) => ({ id, label, value })),
    ...(stop === undefined ? {} : { offer: offerOf(stop, env) }),
    advice: walked.eligibility
      .filter((step) => !step.met && !step.rule.else.stop)
      .map((step) => say(step.rule.else.say, env.locale)),
    errors: walked.errors,
    warnings: walked.warnings,
    documents: stop === undefined ? documentsOnPath(def, walked.answers, env) : [],
    derived: derivedShown(def, walked.answers, env),
    fee: stop === undefined ? toldFee(def, walked.answers, env) : null,
  };
}

export function toldFee(def: ServiceDefinition, answers: Answers, env: Env): ToldFee | null {
  const fee = feeOf(def, answers);
  if (fee === undefined) return null;
  const { amount, legal, how, confirmed } = fee;
  return {
    amount,
    ...(legal === undefined ? {} : { legal }),
    ...(how === undefined ? {} : { derivation: say(how, env.locale) }),
    confirmed,
  };
}

/** The rule that ends the matter. Someone who skipped an earlier eligibility question is asked that one first. */
export function refusedBefore(steps: readonly EligibilityStep[]): Eligibility | undefined {
  const open = steps.findIndex(isOpen);
  return stoppedBy(open < 0 ? steps : steps.slice(0, open));
}

function isOpen(step: EligibilityStep): boolean {
  return step.state === 'wrong' || (step.state === 'missing' && step.rule.ask.required);
}

function nextStep(walked: Walk, offset: number, askOptional: boolean): Next | undefined {
  const rule = walked.eligibility.find(
    (step) => isOpen(step) || (askOptional && step.state === 'missing' && step.rule.ask.type !== 'info'),
  );
  if (rule !== undefined) return { fields: [rule.rule.ask], index: 1, eligibility: rule.rule.id };
  for (const [index, step] of walked.pages.entries()) {
    const fields = openFields(step, askOptional);
    if (fields.length > 0) return { fields, index: index + 1 + offset, page: step.page.page };
  }
  return undefined;
}

// Optional questions and texts of a page are asked together with its required ones, but do not hold anyone up alone.
function openFields(step: PageStep, askOptional: boolean): Field[] {
  const { onPath, states } = step.result;
  const holdsUp = (field: Field) => {
    const state = states.get(field.id);
    return state === 'wrong' || (state === 'missing' && (field.required || askOptional));
  };
  if (!onPath.some(holdsUp)) return [];
  return onPath.filter((field) => field.type === 'info' || holdsUp(field) || states.get(field.id) === 'missing');
}

function eligibilityOf(stop: Eligibility | undefined, next: Next | undefined): { eligibility?: string } {
  const id = stop?.id ?? next?.eligibility;
  return id === undefined ? {} : { eligibility: id };
}

function offerOf(rule: Eligibility, env: Env): { service?: string; say: string } {
  const text = say(rule.else.say, env.locale);
  return rule.else.offer === undefined ? { say: text } : { service: rule.else.offer, say: text };
}
