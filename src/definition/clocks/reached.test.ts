import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeClock } from './compute.ts';
import { reachedAt, shareReachedAt } from './reached.ts';
import { office } from './testing/parepare.ts';
import { questions } from './testing/random-questions.ts';

const minuteBefore = (at: Date) => new Date(at.getTime() - 60_000);

describe('the moment a share of the time has passed', () => {
  it('is the first minute at which the clock itself says so, in any calendar and with any pauses', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(1, 50, 80, 100), (question, percent) => {
        const at = reachedAt(question, percent);
        const now = computeClock(question);
        if (at === undefined) {
          expect(now.startedAt === null || now.paused || now.stoppedAt !== null).toBe(true);
          return;
        }
        const events = question.events.map((event) => new Date(event.at).getTime());
        const last = Math.max(...events.map((event) => Math.floor(event / 60_000) * 60_000));
        // What was before the last event cannot be read any more: a clock is never read earlier than it happened.
        if (at.getTime() < last) return;
        expect(computeClock({ ...question, now: at }).elapsed?.percent).toBeGreaterThanOrEqual(percent);
        if (minuteBefore(at).getTime() >= last)
          expect(computeClock({ ...question, now: minuteBefore(at) }).elapsed?.percent).toBeLessThan(percent);
      }),
      { numRuns: 600 },
    );
  });

  it('comes in the order of the shares', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const moments = [50, 80, 100].map((percent) => reachedAt(question, percent)?.getTime() ?? 0);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
      }),
    );
  });

  it('of two working days from Sunday evening: Monday at closing, Tuesday noon, Tuesday at closing', () => {
    const question = {
      rule: { duration: { amount: 2, unit: 'working-days' as const } },
      events: [{ type: 'start' as const, at: '2026-11-22T21:14:00+08:00' }],
      calendar: office,
      now: new Date('2026-11-22T21:14:00+08:00'),
    };
    expect([50, 80, 100].map((percent) => reachedAt(question, percent)?.toISOString())).toEqual([
      '2026-11-23T08:00:00.000Z',
      '2026-11-24T04:00:00.000Z',
      '2026-11-24T08:00:00.000Z',
    ]);
  });
});

describe('the time of one step', () => {
  const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);

  it('is counted in opening hours', () => {
    const step = { from: at('23T15:00'), dueAt: at('24T08:30'), calendar: office, working: true };
    expect(shareReachedAt(step, 50)).toEqual(at('23T16:00'));
    expect(shareReachedAt(step, 80)).toEqual(at('24T08:06'));
    expect(shareReachedAt(step, 100)).toEqual(at('24T08:30'));
  });

  it('is plain time when it lies wholly outside opening hours, or is said in plain time', () => {
    const night = { from: at('23T20:00'), dueAt: at('23T22:00'), calendar: office };
    expect(shareReachedAt({ ...night, working: true }, 50)).toEqual(at('23T21:00'));
    expect(shareReachedAt({ ...night, working: false }, 50)).toEqual(at('23T21:00'));
  });

  it('of a step that came too late has only its end', () => {
    const step = { from: at('24T09:00'), dueAt: at('23T16:00'), calendar: office, working: true };
    expect([50, 80, 100].map((percent) => shareReachedAt(step, percent))).toEqual([step.dueAt, step.dueAt, step.dueAt]);
  });
});
