// A whole set of answers to a service, each told in three ways.
import fc from 'fast-check';
import { evaluate } from '../../src/definition/conditions/evaluate.ts';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { parseField, parseFields } from '../../src/definition/fields/registry.ts';
import type { Eligibility, ServiceDefinition } from '../../src/definition/schema.ts';
import { env, known } from './everyday.ts';
import { jsonBody } from './play.ts';
import { type Told, toldArbitrary } from './told.ts';

/** Answers to an eligibility question that meet it, or that do not. */
export function eligibilityArbitrary(rule: Eligibility, meets: boolean): fc.Arbitrary<Told> {
  return toldArbitrary({ ...rule.ask, required: true }, known).filter((told) => {
    const parsed = parseField(told.json, rule.ask, env);
    if (!parsed.ok || parsed.value === undefined) return false;
    return evaluate(rule.needs, { [rule.ask.id]: parsed.value }, env) === meets;
  });
}

/** Answers to every question of the service, on the path or not, of somebody the service is for. */
export function answersArbitrary(def: ServiceDefinition, world = known): fc.Arbitrary<ReadonlyMap<string, Told>> {
  const rules = new Map(def.eligibility.map((rule) => [rule.ask.id, rule]));
  const ids = [...new Set(topLevelFields(def).map((field) => field.id))];
  const each = ids.map((id) => {
    const rule = rules.get(id);
    const field = topLevelFields(def).find((candidate) => candidate.id === id);
    if (field === undefined) throw new Error(id);
    return rule === undefined ? toldArbitrary(field, world) : eligibilityArbitrary(rule, true);
  });
  return fc
    .tuple(...each)
    .map((all) => new Map(all.map((told, index) => [ids[index] ?? '', told])))
    .filter((told) => standTogether(def, told));
}

/** Each answer is good by itself; an end before its start is drawn again. */
function standTogether(def: ServiceDefinition, told: ReadonlyMap<string, Told>): boolean {
  if (!topLevelFields(def).some((field) => field.notBefore ?? field.notSameAs ?? field.unique)) return true;
  const { errors } = parseFields(topLevelFields(def), jsonBody(told), env);
  return !errors.some(({ code }) => ['date.not_before', 'same_as_other', 'group.twice'].includes(code));
}
