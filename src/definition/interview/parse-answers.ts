import type { FieldError } from '../../lib/errors.ts';
import type { Answers, Env } from '../fields/types.ts';
import type { ServiceDefinition } from '../schema.ts';
import { notEligible, stoppedBy, walk } from './walk.ts';

export interface ParsedAnswers {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/**
 * Typed answers of the questions on the path, from whatever a channel collected. Every problem is listed: what is
 * missing (`required`), wrong, not asked (`field.unknown`) or not met (`eligibility.not_met`). Never throws.
 */
export function parseAnswers(def: ServiceDefinition, raw: unknown, env: Env): ParsedAnswers {
  const walked = walk(def, raw, env);
  const stop = stoppedBy(walked.eligibility);
  const refusal = stop === undefined ? [] : [notEligible(stop, env)];
  return {
    answers: walked.answers,
    errors: [...refusal, ...walked.errors, ...walked.missing.filter((error) => !onlyEligibility(def, error.field))],
    warnings: walked.warnings,
  };
}

// A program that sends everything at once knows the questions of the form; whoever was not asked an eligibility
// question is not refused for it. Pages and conversations do ask it first.
function onlyEligibility(def: ServiceDefinition, field: string): boolean {
  const asked = def.eligibility.some((rule) => rule.ask.id === field);
  return asked && !def.form.some((page) => page.fields.some((item) => item.id === field));
}
