import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Duration } from '../schema.ts';
import { canExceed, sayDuration } from './durations.ts';

const units = ['working-days', 'working-hours', 'calendar-days', 'clock-hours'] as const;
const duration = fc.record({ amount: fc.integer({ min: 1, max: 90 }), unit: fc.constantFrom(...units) });
const of = (amount: number, unit: Duration['unit']): Duration => ({ amount, unit });

test.each([
  [of(5, 'working-days'), of(5, 'working-days'), false],
  [of(6, 'working-days'), of(5, 'working-days'), true],
  [of(24, 'clock-hours'), of(5, 'working-days'), false],
  [of(30, 'calendar-days'), of(5, 'working-days'), true],
  [of(5, 'calendar-days'), of(5, 'working-days'), false],
  [of(7, 'working-hours'), of(1, 'working-days'), true], // a day in Ramadan has 6.5 hours
  [of(6, 'working-hours'), of(1, 'working-days'), false],
  [of(5, 'working-days'), of(14, 'calendar-days'), true], // 2025: eleven days closed around Idulfitri
  [of(1, 'working-days'), of(14, 'calendar-days'), false],
  [of(1, 'clock-hours'), of(2, 'working-hours'), false],
])('%j within %j can be exceeded: %s', (promise, limit, expected) => {
  expect(canExceed(promise, limit)).toBe(expected);
});

test('a longer promise never fits where a shorter one did not', () => {
  fc.assert(
    fc.property(duration, duration, fc.integer({ min: 1, max: 30 }), (promise, limit, more) => {
      const longer = { ...promise, amount: promise.amount + more };
      return !canExceed(promise, limit) || canExceed(longer, limit);
    }),
  );
});

test('a duration within a limit of one unit and outside its own cannot both be true', () => {
  fc.assert(fc.property(duration, (one) => !canExceed(one, one)));
});

test('durations are said with a decimal comma in Indonesian', () => {
  expect(sayDuration(of(0.25, 'clock-hours'))).toEqual({ id: '0,25 jam', en: '0.25 hours' });
});
