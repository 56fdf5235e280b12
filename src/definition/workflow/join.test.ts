import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinOf } from './join.ts';
import type { WorkDone } from './position.ts';

const agree: WorkDone = { open: false, verdict: 'agree' };
const refuse: WorkDone = { open: false, verdict: 'refuse' };
const open: WorkDone = { open: true };

test('all waits for every voice, also after one against it', () => {
  expect(joinOf('all', [refuse, open])).toBe('open');
  expect(joinOf('all', [refuse, agree])).toBe('refused');
  expect(joinOf(undefined, [agree, { open: false }])).toBe('agreed');
});

test('any is decided by the first voice in favour, or when the last one is against', () => {
  expect(joinOf('any', [refuse, open])).toBe('open');
  expect(joinOf('any', [refuse, agree, open])).toBe('agreed');
  expect(joinOf('any', [refuse, refuse])).toBe('refused');
});

test('at least two of three ends as soon as the outcome is certain', () => {
  expect(joinOf({ atLeast: 2 }, [agree, open, open])).toBe('open');
  expect(joinOf({ atLeast: 2 }, [agree, agree, open])).toBe('agreed');
  expect(joinOf({ atLeast: 2 }, [refuse, refuse, open])).toBe('refused');
});

test('where fewer were asked than needed all of them are needed, and where nobody was asked nobody objects', () => {
  expect(joinOf({ atLeast: 3 }, [agree, agree])).toBe('agreed');
  for (const rule of ['all', 'any', { atLeast: 2 }] as const) expect(joinOf(rule, [])).toBe('agreed');
});

const works = fc.array(fc.constantFrom(agree, refuse, open), { maxLength: 6 });
const rules = fc.oneof(
  fc.constantFrom('all' as const, 'any' as const),
  fc.integer({ min: 1, max: 6 }).map((atLeast) => ({ atLeast })),
);

test('once decided, whatever is still open changes nothing, and with nothing open it is decided', () => {
  fc.assert(
    fc.property(rules, works, fc.constantFrom(agree, refuse), (rule, work, voice) => {
      const result = joinOf(rule, work);
      const closed = work.map((one) => (one.open ? voice : one));
      expect(joinOf(rule, closed)).not.toBe('open');
      if (result !== 'open') expect(joinOf(rule, closed)).toBe(result);
    }),
  );
});
