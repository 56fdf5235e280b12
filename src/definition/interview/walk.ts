// The path through a definition: eligibility first, then the pages, each question seen with the answers before it.
import type { FieldError } from '../../lib/errors.ts';
import { say } from '../../lib/locale.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { derive, withDerived } from '../derive/derive.ts';
import { topLevelFields } from '../fields/find.ts';
import { type FieldState, type FieldsResult, unknownFields } from '../fields/parse-fields.ts';
import { parseFields } from '../fields/registry.ts';
import { type Answer, type Answers, type Env, type FieldEnv, isRecord } from '../fields/types.ts';
import { wordsOf } from '../fields/words.ts';
import type { Eligibility, Field, Page, ServiceDefinition } from '../schema.ts';

export interface PageStep {
  readonly page: Page;
  readonly result: FieldsResult;
}
export interface EligibilityStep {
  readonly rule: Eligibility;
  readonly state: FieldState | 'off-path';
  readonly met: boolean; // true while it is unanswered: nobody is refused before being asked
}
export interface Walk {
  readonly answers: Answers;
  readonly eligibility: readonly EligibilityStep[];
  readonly pages: readonly PageStep[]; // on the path only
  readonly errors: readonly FieldError[]; // without those of `missing` questions
  readonly missing: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

const knownIds = new WeakMap<ServiceDefinition, ReadonlySet<string>>();

/** Reads every answer in the order of the definition; the order of keys in `raw` plays no part. */
export function walk(def: ServiceDefinition, raw: unknown, env: Env): Walk {
  const answers: Record<string, Answer> = {};
  const results: FieldsResult[] = [];
  const read = (fields: readonly Field[]) => {
    const scope: FieldEnv = { ...env, answers, ...(def.derive && { derived: (known) => derive(def, known) }) };
    // A question asked twice (eligibility and form) is answered once, where it stands first.
    const fresh = fields.filter((field) => !results.some((result) => result.states.has(field.id)));
    const result = parseFields(fresh, raw, scope);
    Object.assign(answers, result.answers);
    results.push(result);
    return result;
  };
  const eligibility = def.eligibility.map((rule) =>
    eligibilityStep(rule, read([rule.ask]), { answers: withDerived(def, answers), env }),
  );
  const pages: PageStep[] = [];
  for (const page of def.form) {
    if (evaluate(page.when, withDerived(def, answers), env)) pages.push({ page, result: read(page.fields) });
  }
  const all = results.flatMap((result) => result.errors.map((error) => ({ error, absent: isAbsent(error, result) })));
  return {
    answers,
    eligibility,
    pages,
    errors: [
      ...malformed(raw, env),
      ...all.filter((item) => !item.absent).map((item) => item.error),
      ...unknownFields(raw, idsOf(def), env),
    ],
    missing: all.filter((item) => item.absent).map((item) => item.error),
    warnings: results.flatMap((result) => result.warnings),
  };
}

/** The first rule that is answered, not met and ends the matter here. */
export function stoppedBy(steps: readonly EligibilityStep[]): Eligibility | undefined {
  return steps.find((step) => !step.met && step.rule.else.stop)?.rule;
}

/** `eligibility.not_met` as an error, for those who send everything at once. */
export function notEligible(rule: Eligibility, env: Env): FieldError {
  return { field: rule.ask.id, code: 'eligibility.not_met', message: say(rule.else.say, env.locale) };
}

function eligibilityStep(
  rule: Eligibility,
  result: FieldsResult,
  world: { answers: Answers; env: Env },
): EligibilityStep {
  const state = result.states.get(rule.ask.id) ?? 'off-path';
  const met = state !== 'answered' || evaluate(rule.needs, world.answers, world.env);
  return { rule, state, met };
}

function isAbsent(error: FieldError, result: FieldsResult): boolean {
  return result.states.get(error.field) === 'missing';
}

function idsOf(def: ServiceDefinition): ReadonlySet<string> {
  const known = knownIds.get(def) ?? new Set(topLevelFields(def).map((field) => field.id));
  knownIds.set(def, known);
  return known;
}

function malformed(raw: unknown, env: Env): FieldError[] {
  if (raw === undefined || raw === null || isRecord(raw)) return [];
  return [{ field: 'answers', code: 'answers.format', message: wordsOf(env.locale).answers.format }];
}
