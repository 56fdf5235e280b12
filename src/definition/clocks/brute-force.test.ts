import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeClock } from './compute.ts';
import { countMinutes } from './testing/minute-counter.ts';
import { questions } from './testing/random-questions.ts';

const cases = Number(process.env.LOKET24_CLOCK_CASES ?? 2500);

describe(`the clock against a counter of single minutes (${cases} random cases)`, () => {
  it('agrees on due date, time left, time spent and lateness', { timeout: 1_800_000 }, () => {
    let counted = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const { dueAt, breached, paused, remaining, elapsed } = computeClock(question);
        const seen = {
          dueAt: dueAt?.toISOString() ?? null,
          breached,
          paused,
          remainingMinutes: remaining?.minutes ?? null,
          elapsedMinutes: elapsed?.minutes ?? null,
        };
        expect(seen).toEqual(countMinutes(question));
        counted += 1;
      }),
      { numRuns: cases },
    );
    expect(counted).toBe(cases);
    if (cases > 2500) console.info(`${counted} random clocks agree with the minute counter`);
  });
});
