// Which papers a case needs: decided by the answers, told with the reason and the condition.
import { say } from '../../lib/locale.ts';
import { describe } from '../conditions/describe.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { withDerived } from '../derive/derive.ts';
import { type Answers, answerOf, type Env } from '../fields/types.ts';
import type { RegisterWord } from '../registers/ask.ts';
import type { DocumentRule, ServiceDefinition } from '../schema.ts';

/** `word`: what registers state about these very answers; absent when none was asked. */
export interface DocumentEnv extends Env {
  readonly word?: RegisterWord;
}

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

/**
 * The uploads on the path with these answers. Papers waived by an answer or a register are left out; those whose register
 * could not be asked may follow later.
 */
export function documentsOnPath(def: ServiceDefinition, answers: Answers, env: DocumentEnv): DocumentAsk[] {
  return rulesOnPath(def, answers, env)
    .filter((rule) => rule.kind === 'file')
    .map((rule) => ({
      id: rule.id,
      label: say(rule.label, env.locale),
      ...(rule.note === undefined ? {} : { note: say(rule.note, env.locale) }),
      required: rule.required === 'hard' && !isSoftened(rule, env) ? 'hard' : 'soft',
      accept: rule.accept,
      max: rule.max,
    }));
}

/** The hard documents that are on the path and not among the `given` document ids. */
export function validateDocuments(
  def: ServiceDefinition,
  answers: Answers,
  check: { readonly given: readonly string[]; readonly env: DocumentEnv },
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
export function requirementsOf(def: ServiceDefinition, env: DocumentEnv, answers?: Answers): Requirement[] {
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

/** Papers of this path that nobody need bring, because a register states what they would show. */
export function waivedOnPath(
  def: ServiceDefinition,
  answers: Answers,
  env: DocumentEnv,
): { readonly id: string; readonly label: string; readonly fact: string }[] {
  const { word: _, ...without } = env;
  return rulesOnPath(def, answers, without)
    .filter((rule) => isStated(rule, env))
    .map(({ id, label, waivedByRegister = '' }) => ({ id, label: say(label, env.locale), fact: waivedByRegister }));
}

function rulesOnPath(def: ServiceDefinition, answers: Answers, env: DocumentEnv): DocumentRule[] {
  const known = withDerived(def, answers);
  return def.documents.filter(
    (rule) => evaluate(rule.when, known, env) && !isWaived(rule, answers) && !isStated(rule, env),
  );
}

function isStated({ waivedByRegister }: DocumentRule, { word }: DocumentEnv): boolean {
  return waivedByRegister !== undefined && word?.stated.has(waivedByRegister) === true;
}

function isSoftened({ waivedByRegister }: DocumentRule, { word }: DocumentEnv): boolean {
  return waivedByRegister !== undefined && word?.silent.has(waivedByRegister.split('.')[0] ?? '') === true;
}

// `waivedBy` names a question ("KK sudah ada pada kami", yes) or another paper; other text is only read by people.
export function isWaived(rule: DocumentRule, answers: Answers): boolean {
  const answer = rule.waivedBy === undefined ? undefined : answerOf(answers, rule.waivedBy);
  return answer !== undefined && answer !== false;
}
