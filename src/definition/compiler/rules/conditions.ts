// Conditions: every name exists, is asked before, and is compared in a way its type allows.
import type { LocalText } from '../../../lib/locale.ts';
import { isNamed, shapeOf } from '../../conditions/shape.ts';
import type { Condition, Field, FieldType, Test } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
import type { Scope } from '../scope.ts';
import { checkSense } from './condition-sense.ts';

type Operator = keyof Test;
const textual: readonly Operator[] = ['is', 'isNot', 'in', 'answered'];
const counted: readonly Operator[] = ['gt', 'lt', 'answered'];
const numeric: readonly Operator[] = ['is', 'isNot', 'in', 'gt', 'lt', 'answered'];
const onlyAnswered: readonly Operator[] = ['answered'];

/** Which comparisons a type allows; also printed in docs/service-language.md. */
export const operatorsOf: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: textual,
  'long-text': textual,
  name: textual,
  nik: onlyAnswered,
  'no-kk': onlyAnswered,
  npwp: onlyAnswered,
  nib: onlyAnswered,
  phone: onlyAnswered,
  email: onlyAnswered,
  date: ['is', 'isNot', 'after', 'before', 'answered'],
  integer: numeric,
  decimal: numeric,
  money: numeric,
  yesno: ['is', 'isNot', 'answered'],
  choice: textual,
  choices: ['is', 'isNot', 'in', 'gt', 'lt', 'answered'],
  area: ['is', 'isNot', 'in', 'within', 'answered'],
  address: ['within', 'answered'],
  location: onlyAnswered,
  file: counted,
  declaration: onlyAnswered,
  group: counted,
  info: [],
};

/** What a condition at one place may look at. */
export interface Sight {
  readonly find: (name: string) => { readonly field: Field; readonly earlier: boolean } | undefined;
  readonly names: () => Iterable<string>;
  readonly place?: Path; // where a named condition is used: that is what must move when it looks at a later question
}

/** Everything asked before question number `order`. */
export function sightBefore(scope: Scope, order: number): Sight {
  return {
    find: (name) => {
      const question = scope.questions.get(name);
      return question && { field: question.field, earlier: question.order < order };
    },
    names: () => scope.questions.keys(),
  };
}

export function checkCondition(scope: Scope, sight: Sight, condition: Condition, path: Path): void {
  checkSense(scope, (name) => sight.find(name)?.field, condition, path);
  checkParts(scope, sight, condition, path);
}

/** Named conditions themselves, also those nobody uses yet, and when the applicant is not named in lists. */
export function checkNamedConditions(scope: Scope): void {
  const { confidential } = scope.def;
  if (typeof confidential !== 'boolean')
    checkCondition(scope, sightBefore(scope, Number.POSITIVE_INFINITY), confidential, ['confidential']);
  for (const [name, { when }] of Object.entries(scope.def.conditions ?? {}))
    checkCondition(scope, sightBefore(scope, Number.POSITIVE_INFINITY), when, ['conditions', name, 'when']);
}

function checkParts(scope: Scope, sight: Sight, condition: Condition, path: Path): void {
  if (isNamed(condition)) {
    checkParts(scope, { ...sight, place: sight.place ?? path }, condition.when, [...path, 'when']);
    return;
  }
  for (const part of partsOf(condition)) {
    if ('test' in part) checkTest(scope, sight, part, [...path, ...part.path]);
    else checkParts(scope, sight, part.condition, [...path, ...part.path]);
  }
}

type Part =
  | { readonly path: Path; readonly condition: Condition }
  | { readonly path: Path; readonly name: string; readonly test: Test };

function partsOf(condition: Condition): Part[] {
  const shape = shapeOf(condition);
  if (shape.kind === 'tests') return shape.tests.map(([name, test]) => ({ path: [name], name, test }));
  if (shape.kind === 'not') return [{ path: ['not'], condition: shape.part }];
  return shape.parts.map((part, index) => ({ path: [shape.kind, index], condition: part }));
}

function checkTest(scope: Scope, sight: Sight, part: { name: string; test: Test }, path: Path): void {
  const found = sight.find(part.name);
  if (found === undefined) {
    scope.report('L24-C001', path, { field: part.name, hint: nearestHint(part.name, sight.names()) });
    return;
  }
  if (!found.earlier) scope.report('L24-C002', sight.place ?? path, { field: part.name });
  const operators = (Object.keys(part.test) as Operator[]).filter((key) => part.test[key] !== undefined);
  if (operators.length === 0) scope.report('L24-C005', path, { field: part.name });
  const allowed = operatorsOf[found.field.type];
  for (const operator of operators) {
    if (allowed.includes(operator)) checkValues(scope, found.field, { operator, test: part.test }, [...path, operator]);
    else scope.report('L24-C003', [...path, operator], refusal(found.field, operator, allowed));
  }
}

function refusal(field: Field, operator: Operator, allowed: readonly Operator[]) {
  const names = allowed.map(kebab).join(', ');
  return { operator: kebab(operator), field: field.id, type: field.type, allowed: names === '' ? '-' : names };
}

function kebab(operator: string): string {
  return operator === 'isNot' ? 'is-not' : operator;
}

function checkValues(scope: Scope, field: Field, use: { operator: Operator; test: Test }, path: Path): void {
  const { operator, test } = use;
  if (operator === 'within') checkArea(scope, test.within ?? '', path);
  if (operator === 'after' || operator === 'before') checkDate(scope, field, test[operator] ?? '', path);
  if (operator !== 'is' && operator !== 'isNot' && operator !== 'in') return;
  const value = test[operator];
  const values = Array.isArray(value) ? value : [value];
  for (const one of values) checkScalar(scope, field, one, path);
}

function checkScalar(scope: Scope, field: Field, value: unknown, path: Path): void {
  const expected = expectedKind(field.type);
  if (typeof value !== expected.kind) scope.report('L24-C006', path, { field: field.id, expected: expected.words });
  else if (field.type === 'date') checkDate(scope, field, String(value), path);
  else if (field.type === 'area') checkArea(scope, String(value), path);
  else checkOption(scope, field, String(value), path);
}

function expectedKind(type: FieldType): { kind: 'boolean' | 'number' | 'string'; words: LocalText } {
  if (type === 'yesno') return { kind: 'boolean', words: { id: 'true atau false', en: 'true or false' } };
  if (type === 'integer' || type === 'decimal' || type === 'money')
    return { kind: 'number', words: { id: 'angka', en: 'a number' } };
  return {
    kind: 'string',
    words: { id: 'teks (beri tanda kutip bila berupa angka)', en: 'text (quote it when it is a number)' },
  };
}

function checkOption(scope: Scope, field: Field, value: string, path: Path): void {
  if (field.options === undefined || (field.type !== 'choice' && field.type !== 'choices')) return;
  const values = field.options.map((option) => option.value);
  if (!values.includes(value)) scope.report('L24-C004', path, { value, field: field.id, values: values.join(', ') });
}

function checkArea(scope: Scope, code: string, path: Path): void {
  if (scope.env.areas !== undefined && !scope.env.areas.has(code)) scope.report('L24-C007', path, { value: code });
}

function checkDate(scope: Scope, field: Field, value: string, path: Path): void {
  if (!isDateBound(value)) scope.report('L24-Q006', path, { value, field: field.id });
}

export function isDateBound(value: string): boolean {
  if (value === 'today') return true;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (parts === null) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
