// Which papers a case needs: decided by the answers, told with the reason and the condition.
import { say } from '../../lib/locale.ts';
import { describe } from '../conditions/describe.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { withDerived } from '../derive/derive.ts';
import { type Answers, answerOf, type Env } from '../fields/types.ts';
import type { DocumentRule, ServiceDefinition } from '../schema.ts';

/** A paper to upload. `soft` may be left out: the office then decides whether it asks for it. */
export interface DocumentAsk {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly required: 'hard' | 'soft';
  readonly accept: DocumentRule['accept'];
  readonly max: number;
}

export interface Requirement {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly why?: string;
  readonly legal?: string;
  readonly kind: DocumentRule['kind'];
  readonly required: DocumentRule['required'];
  readonly accept: DocumentRule['accept'];
  readonly condition?: string; // "jika Jenis domisili adalah Tinggal sementara"
}

/** The uploads on the path with these answers. Papers waived by an answer are left out. */
export function documentsOnPath(def: ServiceDefinition, answers: Answers, env: Env): DocumentAsk[] {
  return rulesOnPath(def, answers, env)
    .filter((rule) => rule.kind === 'file')
    .map((rule) => ({
      id: rule.id,
      label: say(rule.label, env.locale),
      ...(rule.note === undefined ? {} : { note: say(rule.note, env.locale) }),
      required: rule.required === 'hard' ? 'hard' : 'soft',
      accept: rule.accept,
      max: rule.max,
    }));
}

/** The hard documents that are on the path and not among the `given` document ids. */
export function validateDocuments(
  def: ServiceDefinition,
  answers: Answers,
  check: { readonly given: readonly string[]; readonly env: Env },
): DocumentAsk[] {
  const given = new Set(check.given);
  const waived = new Set(def.documents.filter((rule) => given.has(rule.waivedBy ?? '')).map((rule) => rule.id));
  return documentsOnPath(def, answers, check.env).filter(
    (rule) => rule.required === 'hard' && !given.has(rule.id) && !waived.has(rule.id),
  );
}

/**
 * What to prepare. Without answers every paper is listed with its condition as a sentence; with answers only those on
 * the path, without conditions, because they are decided.
 */
export function requirementsOf(def: ServiceDefinition, env: Env, answers?: Answers): Requirement[] {
  const rules = answers === undefined ? def.documents : rulesOnPath(def, answers, env);
  return rules.map((rule) => ({
    id: rule.id,
    label: say(rule.label, env.locale),
    ...(rule.note === undefined ? {} : { note: say(rule.note, env.locale) }),
    ...(rule.why === undefined ? {} : { why: say(rule.why, env.locale) }),
    ...(rule.legal === undefined ? {} : { legal: rule.legal }),
    kind: rule.kind,
    required: rule.required,
    accept: rule.accept,
    ...(rule.when === undefined || answers !== undefined ? {} : { condition: describe(rule.when, def, env) }),
  }));
}

function rulesOnPath(def: ServiceDefinition, answers: Answers, env: Env): DocumentRule[] {
  const known = withDerived(def, answers);
  return def.documents.filter((rule) => evaluate(rule.when, known, env) && !isWaived(rule, answers));
}

// `waivedBy` names a question ("KK sudah ada pada kami", yes) or another paper; other text is only read by people.
export function isWaived(rule: DocumentRule, answers: Answers): boolean {
  const answer = rule.waivedBy === undefined ? undefined : answerOf(answers, rule.waivedBy);
  return answer !== undefined && answer !== false;
}
