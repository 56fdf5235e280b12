// A whole set of answers to a service, each told in three ways.
import fc from 'fast-check';
import { evaluate } from '../../src/definition/conditions/evaluate.ts';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { parseField } from '../../src/definition/fields/registry.ts';
import type { Eligibility, ServiceDefinition } from '../../src/definition/schema.ts';
import { env, known } from './everyday.ts';
import { type Told, toldArbitrary } from './told.ts';

// Mostly people the service is for, now and then somebody it is not for.
function fitting(rule: Eligibility): fc.Arbitrary<Told> {
  const any = toldArbitrary({ ...rule.ask, required: true }, known);
  const fits = any.filter((told) => {
    const parsed = parseField(told.json, rule.ask, env);
    return parsed.ok && parsed.value !== undefined && evaluate(rule.needs, { [rule.ask.id]: parsed.value }, env);
  });
  return fc.oneof({ weight: 9, arbitrary: fits }, { weight: 1, arbitrary: any });
}

/** Answers to every question of the service, on the path or not. */
export function answersArbitrary(def: ServiceDefinition, world = known): fc.Arbitrary<ReadonlyMap<string, Told>> {
  const rules = new Map(def.eligibility.map((rule) => [rule.ask.id, rule]));
  const ids = [...new Set(topLevelFields(def).map((field) => field.id))];
  const each = ids.map((id) => {
    const rule = rules.get(id);
    const field = topLevelFields(def).find((candidate) => candidate.id === id);
    if (field === undefined) throw new Error(id);
    return rule === undefined ? toldArbitrary(field, world) : fitting(rule);
  });
  return fc.tuple(...each).map((all) => new Map(all.map((told, index) => [ids[index] ?? '', told])));
}
