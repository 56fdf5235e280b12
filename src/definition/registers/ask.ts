// What a register is asked about a case, and what of its words still holds: always worked out from the answers of this
// moment, so that a statement never outlives the answers it was made about.
import { canonicalJson } from '../../lib/canonical-json.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { topLevelFields } from '../fields/find.ts';
import { type Answers, answerOf, type Env } from '../fields/types.ts';
import type { RegisterQuery, ServiceDefinition } from '../schema.ts';
import { registerOf } from './registers.ts';

/** What the register is told, by the names of its needs. */
export type About = Readonly<Record<string, string>>;
export interface Asking {
  readonly register: string;
  readonly about: About;
  readonly key: string; // changes with everything the register was told
}

/** Which question answers which need: as the service says, or the questions of the usual names. */
export function questionsOf(def: ServiceDefinition, query: RegisterQuery): Readonly<Record<string, string>> {
  if (Object.keys(query.ask).length > 0) return query.ask;
  const known = new Map(topLevelFields(def).map((field) => [field.id, field]));
  const needs = Object.entries(registerOf(query.register)?.needs ?? {});
  return Object.fromEntries(
    needs.flatMap(([need, { usual, types }]) => {
      const field = usual.find((id) => types.some((type) => type === known.get(id)?.type));
      return field === undefined ? [] : [[need, field]];
    }),
  );
}

/** What can be asked with these answers; a query whose required needs are not answered yet waits. */
export function askingsOf(def: ServiceDefinition, answers: Answers): Asking[] {
  return (def.registers ?? []).flatMap((query) => {
    const declared = registerOf(query.register);
    if (declared === undefined) return [];
    const about = Object.fromEntries(
      Object.entries(questionsOf(def, query)).flatMap(([need, field]) => {
        const answer = answerOf(answers, field);
        return typeof answer === 'string' ? [[need, answer]] : [];
      }),
    );
    const complete = Object.entries(declared.needs).every(
      ([need, { required }]) => !required || Object.hasOwn(about, need),
    );
    if (!complete) return [];
    return [{ register: query.register, about, key: canonicalJson([query.register, about]) }];
  });
}

/** Statements this service can use: papers that are waived, work that is not opened, the fast lane. */
export function statementsWanted(def: ServiceDefinition, register: string): string[] {
  const { confirmed, tasks } = def.workflow;
  const facts = [
    ...def.documents.map((document) => document.waivedByRegister),
    ...tasks.map((task) => task.skipWhen),
    ...(confirmed?.registers ?? []),
    // What proves that the register speaks of this person; locked questions and profiles stand on it.
    ...(register === 'population' ? ['population.match'] : []),
  ];
  const own = facts.flatMap((fact) => (fact?.startsWith(`${register}.`) ? [fact.slice(register.length + 1)] : []));
  return [...new Set(own)].sort();
}

/** Words of registers about one application: statements that are true, and registers that could not be asked. */
export interface RegisterWord {
  readonly stated: ReadonlySet<string>; // 'population.match'
  readonly silent: ReadonlySet<string>; // 'population'
}
export const noWord: RegisterWord = { stated: new Set(), silent: new Set() };

export interface HeldAnswer {
  readonly key: string; // of the asking it answered
  readonly outcome: 'answered' | 'unknown' | 'unavailable';
  readonly statements: Readonly<Record<string, boolean>>;
}

/** What still holds of earlier answers, given what would be asked today. */
export function wordOf(askings: readonly Asking[], held: Readonly<Record<string, HeldAnswer>>): RegisterWord {
  const stated = new Set<string>();
  const silent = new Set<string>();
  for (const { register, key } of askings) {
    const answer = Object.hasOwn(held, register) ? held[register] : undefined;
    if (answer === undefined || answer.key !== key) continue;
    if (answer.outcome === 'unavailable') silent.add(register);
    if (answer.outcome !== 'answered') continue;
    for (const [statement, yes] of Object.entries(answer.statements)) if (yes) stated.add(`${register}.${statement}`);
  }
  return { stated, silent };
}

/** Whether this paper could be waived or softened by a register with these answers: only then it is worth asking. */
export function worthAsking(def: ServiceDefinition, register: string, given: { answers: Answers; env: Env }): boolean {
  const { confirmed, tasks } = def.workflow;
  const start = `${register}.`;
  if (confirmed?.registers.some((fact) => fact.startsWith(start))) return true;
  if (tasks.some((task) => task.skipWhen?.startsWith(start))) return true;
  return def.documents.some(
    (document) => document.waivedByRegister?.startsWith(start) && evaluate(document.when, given.answers, given.env),
  );
}

/** Questions whose answers a register confirmed: shown, no longer asked. */
export function lockedFields(def: ServiceDefinition, word: RegisterWord): ReadonlySet<string> {
  const confirmed = (def.registers ?? [])
    .filter(({ register }) => word.stated.has(`${register}.match`))
    .flatMap((query) => Object.values(questionsOf(def, query)));
  const lockable = topLevelFields(def).filter((field) => field.lock === 'when-verified');
  return new Set(lockable.map((field) => field.id).filter((id) => confirmed.includes(id)));
}
