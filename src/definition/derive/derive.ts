// Values that follow from an answer by a table of the region. One pure function for every channel, clock and page; the
// table is pinned in the definition, so the same answers always give the same values.
import { type Answer, type Answers, answerOf } from '../fields/types.ts';
import type { Derivation, Field, ServiceDefinition } from '../schema.ts';

/** The derived values of these answers. A question off the path has no answer, so nothing follows from it. */
export function derive(def: ServiceDefinition, answers: Answers): Answers {
  const found: Record<string, Answer> = {};
  for (const [id, rule] of Object.entries(def.derive ?? {})) {
    const value = valueFor(rule, answerOf(answers, rule.from));
    if (value !== undefined) found[id] = value;
  }
  return found;
}

/** What conditions, fees and letters see: the answers and what follows from them. A sent value never hides a derived one. */
export function withDerived(def: ServiceDefinition, answers: Answers): Answers {
  return def.derive === undefined ? answers : { ...answers, ...derive(def, answers) };
}

/** The derived values as questions nobody is asked: words of a table like a choice, numbers like a decimal. */
export function derivedFields(def: ServiceDefinition): Field[] {
  return Object.entries(def.derive ?? {}).map(([id, rule]) => {
    const values = [...new Set(Object.values(rule.values ?? {}))];
    const numeric = values.length > 0 && values.every((value) => typeof value === 'number');
    const shape: Pick<Field, 'type' | 'options'> = numeric
      ? { type: 'decimal' }
      : { type: 'choice', options: values.map(String).map((value) => ({ value, label: { id: value } })) };
    return { id, label: rule.label, required: false, ...shape };
  });
}

function valueFor({ values }: Derivation, answer: Answer | undefined): string | number | undefined {
  const key = keyOf(answer);
  return key !== undefined && values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
}

/** How an answer is written in a table's key column. */
export function keyOf(answer: Answer | undefined): string | undefined {
  if (typeof answer === 'boolean') return answer ? 'ya' : 'tidak';
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : undefined;
}
