// Conditions are data. A test on a question without an answer fails, whatever it tests, except `answered: false`.
import { resolveDay } from '../../lib/people-dates/people-dates.ts';
import { type Answer, type Answers, answerOf, type Env, isRecord, partOf } from '../fields/types.ts';
import { readYesNo } from '../fields/yesno.ts';
import type { Condition, Test } from '../schema.ts';
import { shapeOf } from './shape.ts';

type World = Pick<Env, 'today' | 'areas'>;

/** Whether the condition holds for these typed answers; no condition always holds. */
export function evaluate(condition: Condition | undefined, answers: Answers, env: World): boolean {
  if (condition === undefined) return true;
  const shape = shapeOf(condition);
  switch (shape.kind) {
    case 'all':
      return shape.parts.every((part) => evaluate(part, answers, env));
    case 'any':
      return shape.parts.some((part) => evaluate(part, answers, env));
    case 'not':
      return !evaluate(shape.part, answers, env);
    case 'tests':
      return shape.tests.every(([field, test]) => passes(test, answerOf(answers, field), env));
  }
}

function passes(test: Test, answer: Answer | undefined, env: World): boolean {
  if (test.answered !== undefined && test.answered !== (answer !== undefined)) return false;
  if (answer === undefined) return test.answered === false;
  return (
    (test.is === undefined || matches(test.is, answer)) &&
    (test.isNot === undefined || !matches(test.isNot, answer)) &&
    (test.in === undefined || test.in.some((expected) => matches(expected, answer))) &&
    (test.gt === undefined || sizeOf(answer) > test.gt) &&
    (test.lt === undefined || sizeOf(answer) < test.lt) &&
    passesDay(test, answer, env.today) &&
    (test.within === undefined || isWithin(answer, test.within, env))
  );
}

// YAML reads 1, true and ya as different things; what was meant is clear from the answer's own type.
function matches(expected: string | number | boolean, answer: Answer): boolean {
  if (typeof answer === 'boolean') return readYesNo(expected) === answer;
  if (typeof answer === 'number') return Number(expected) === answer && expected !== '';
  if (typeof answer === 'string') return String(expected) === answer;
  return Array.isArray(answer) && answer.some((item) => item === String(expected));
}

// The number itself, or how many were picked, uploaded or added. NaN compares false with everything.
function sizeOf(answer: Answer): number {
  if (typeof answer === 'number') return answer;
  return Array.isArray(answer) ? answer.length : Number.NaN;
}

// `after` is strict and `before` is "at the latest": one is exactly the opposite of the other (see fields/date.ts).
function passesDay(test: Test, answer: Answer, today: string): boolean {
  if (test.after === undefined && test.before === undefined) return true;
  if (typeof answer !== 'string') return false;
  const after = test.after === undefined ? undefined : (resolveDay(test.after, today) ?? '9999');
  const before = test.before === undefined ? undefined : (resolveDay(test.before, today) ?? '0000');
  return (after === undefined || answer > after) && (before === undefined || answer <= before);
}

function isWithin(answer: Answer, parent: string, env: World): boolean {
  const code = isRecord(answer) ? partOf(answer, 'area') : answer;
  return typeof code === 'string' && (code === parent || env.areas.within(code, parent));
}
