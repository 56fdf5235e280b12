// What is known of a case besides its events: register statements, derived answers, papers still missing, time run out.
import { computeClock } from '../../../definition/clocks/compute.ts';
import { withDerived } from '../../../definition/derive/derive.ts';
import { isWaived } from '../../../definition/interview/documents.ts';
import type { DocumentRule } from '../../../definition/schema.ts';
import type { Answers, CaseClock, CaseState } from '../types.ts';
import type { Environment } from './environment.ts';

type Stated = Pick<CaseState, 'registers'>;

/** Whether a register said yes to `<register>.<statement>`; a register that is down or does not know says nothing. */
export function isStated({ registers }: Stated, fact: string): boolean {
  const [name, statement = ''] = fact.split('.');
  const answer = registers?.find(({ register }) => register === name);
  return answer?.outcome === 'answered' && answer.statements[statement] === true;
}

/** What conditions look at: the answers, and what follows from them by the tables pinned with the definition. */
export function knownAnswers(
  { definition }: Pick<Environment, 'definition'>,
  { answers }: Pick<CaseState, 'answers'>,
): Answers {
  return withDerived(definition, answers);
}

type Papers = Pick<CaseState, 'answers' | 'documents' | 'seen' | 'waived'>;

/** Papers of this applicant's path that may follow later and have neither arrived, been seen, nor become unnecessary. */
export function missingDocuments(env: Pick<Environment, 'definition' | 'holds'>, state: Papers): DocumentRule[] {
  const here = new Set([...state.documents.map(({ id }) => id), ...(state.seen ?? []), ...(state.waived ?? [])]);
  const known = knownAnswers(env, state);
  return env.definition.documents.filter(
    (rule) =>
      rule.kind === 'file' &&
      rule.required === 'soft' &&
      !here.has(rule.id) &&
      !here.has(rule.waivedBy ?? '') &&
      !isWaived(rule, state.answers) &&
      (rule.when === undefined || env.holds(rule.when, known)),
  );
}

/** UU 30/2014 Pasal 53 as amended, ayat 3: everything required is there, registers say so, and the risk is low. */
export function isConfirmed(env: Environment, state: CaseState): boolean {
  const { confirmed } = env.definition.workflow;
  if (!confirmed?.registers.every((fact) => isStated(state, fact))) return false;
  if (confirmed.when !== undefined && !env.holds(confirmed.when, knownAnswers(env, state))) return false;
  return missingDocuments(env, state).length === 0;
}

/** Clocks whose time has run out. A clock that is paused waits for the applicant and decides nothing. */
export function expiredClocks(env: Environment, state: CaseState): ReadonlySet<string> {
  return new Set(state.clocks.filter((clock) => hasExpired(env, clock)).map((clock) => clock.rule.id));
}

function hasExpired({ calendar, now }: Environment, { rule, events, dueAt }: CaseClock): boolean {
  if (!isRunning(events) || dueAt === null || new Date(dueAt) > now) return false;
  return computeClock({ rule, events, calendar, now }).breached;
}

export function isRunning(events: CaseClock['events']): boolean {
  const last = events.at(-1)?.type;
  return last === 'start' || last === 'resume';
}
