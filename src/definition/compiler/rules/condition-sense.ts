// Conditions that say nothing: those that can never hold, and those that always do, where it is simple to see.
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { shapeOf } from '../../conditions/shape.ts';
import type { Condition, Field, Test } from '../../schema.ts';
import type { Path } from '../finding.ts';
import type { Scope } from '../scope.ts';

type Find = (name: string) => Field | undefined;

export function checkSense(scope: Scope, find: Find, condition: Condition, path: Path): void {
  const contrary = contradiction(condition, find);
  if (contrary !== undefined) scope.report('L24-C011', path, { field: contrary });
  else if (alwaysHolds(scope, condition, find)) scope.report('L24-C012', path);
}

/** The first question of which two things are asked that cannot both be true. */
function contradiction(condition: Condition, find: Find): string | undefined {
  const asked = new Map<string, Test[]>();
  for (const [name, test] of required(condition)) asked.set(name, [...(asked.get(name) ?? []), test]);
  for (const [name, tests] of asked) {
    const field = find(name);
    // Several may be chosen at once, so `is: a` and `is: b` go together there.
    if (field !== undefined && field.type !== 'choices' && isImpossible(tests, field)) return name;
  }
  return undefined;
}

/** The tests that must all pass; what stands behind "any" or "not" is left alone. */
function required(condition: Condition): (readonly [string, Test])[] {
  const shape = shapeOf(condition);
  if (shape.kind === 'tests') return [...shape.tests];
  return shape.kind === 'all' ? shape.parts.flatMap(required) : [];
}

function isImpossible(tests: readonly Test[], field: Field): boolean {
  const needsAnswer = tests.some(
    (test) => Object.keys(test).some((key) => key !== 'answered') || test.answered === true,
  );
  if (needsAnswer && tests.some((test) => test.answered === false)) return true;
  const above = Math.max(...tests.map((test) => test.gt ?? Number.NEGATIVE_INFINITY));
  const below = Math.min(...tests.map((test) => test.lt ?? Number.POSITIVE_INFINITY));
  if (above >= below) return true;
  if (daysCross(tests)) return true;
  const values = valuesLeft(tests, field);
  return values !== undefined && !values.some((value) => typeof value !== 'number' || (value > above && value < below));
}

function daysCross(tests: readonly Test[]): boolean {
  const iso = (day: string | undefined): day is string => day !== undefined && /^\d{4}-/.test(day);
  const after = tests.map((test) => test.after).filter(iso);
  const before = tests.map((test) => test.before).filter(iso);
  return after.some((from) => before.some((to) => from >= to));
}

/** The values every `is` and `in` allows and no `is-not` forbids; undefined when anything may be answered. */
function valuesLeft(tests: readonly Test[], field: Field): (string | number | boolean)[] | undefined {
  const options = field.type === 'choice' ? field.options?.map((option) => option.value) : undefined;
  const lists = tests.flatMap((test) => [
    ...(test.is === undefined ? [] : [[test.is]]),
    ...(test.in === undefined ? [] : [test.in]),
  ]);
  const [first, ...rest] = options === undefined ? lists : [options, ...lists];
  const forbidden = tests.map((test) => test.isNot).filter((value) => value !== undefined);
  return first
    ?.filter((value) => rest.every((list) => list.some((other) => String(other) === String(value))))
    .filter((value) => !forbidden.some((other) => String(other) === String(value)));
}

function alwaysHolds(scope: Scope, condition: Condition, find: Find): boolean {
  const shape = shapeOf(condition);
  if (shape.kind === 'any')
    return hasOpposites(shape.parts) || shape.parts.some((part) => alwaysHolds(scope, part, find));
  if (shape.kind === 'all') return shape.parts.every((part) => alwaysHolds(scope, part, find));
  return (
    shape.kind === 'tests' && shape.tests.length > 0 && shape.tests.every(([name, test]) => isSure(scope, name, test))
  );
}

function hasOpposites(parts: readonly Condition[]): boolean {
  const negated = parts.flatMap((part) => {
    const shape = shapeOf(part);
    return shape.kind === 'not' ? [canonicalJson(shape.part)] : [];
  });
  return parts.some((part) => negated.includes(canonicalJson(part)));
}

/** Every option is allowed, of a question nobody can pass by. */
function isSure(scope: Scope, name: string, test: Test): boolean {
  const question = scope.questions.get(name);
  const { field } = question ?? {};
  if (field?.type !== 'choice' || !field.required || question?.conditional === true) return false;
  const allowed = test.in?.map(String);
  if (allowed === undefined || Object.keys(test).length > 1) return false;
  return (field.options ?? []).every((option) => allowed.includes(option.value));
}
