// The four shapes of a condition, told apart once.
import type { Condition, NamedUse, Test } from '../schema.ts';

export type ConditionShape =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'tests'; readonly tests: readonly (readonly [field: string, test: Test])[] };

export function shapeOf(condition: Condition): ConditionShape {
  if (isAll(condition)) return { kind: 'all', parts: condition.all };
  if (isAny(condition)) return { kind: 'any', parts: condition.any };
  if (isNot(condition)) return { kind: 'not', part: condition.not };
  if (isNamed(condition)) return { kind: 'all', parts: [condition.when] };
  return { kind: 'tests', tests: Object.entries(condition) };
}

/** Every question the condition looks at, each once, in reading order. */
export function fieldsIn(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  const shape = shapeOf(condition);
  if (shape.kind === 'tests') return [...new Set(shape.tests.map(([field]) => field))];
  const parts = shape.kind === 'not' ? [shape.part] : shape.parts;
  return [...new Set(parts.flatMap(fieldsIn))];
}

/** A condition that came from a name: it means what it is written out to, and is said by its label. */
export function isNamed(condition: Condition): condition is NamedUse {
  return 'use' in condition && typeof condition.use === 'string';
}

function isAll(condition: Condition): condition is { all: Condition[] } {
  return 'all' in condition && Array.isArray(condition.all);
}

function isAny(condition: Condition): condition is { any: Condition[] } {
  return 'any' in condition && Array.isArray(condition.any);
}

// `not` is reserved as a field name by the compiler, so the key alone decides.
function isNot(condition: Condition): condition is { not: Condition } {
  return Object.hasOwn(condition, 'not');
}
