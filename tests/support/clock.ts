import type { Clock } from '../../src/platform/context.ts';

export interface TestClock extends Clock {
  set(instant: string | Date): void;
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
}

/** A clock that stands still until the test moves it. Default: a Sunday evening in Parepare, 22 November 2026 21.14 WITA. */
export function createTestClock(start: string | Date = '2026-11-22T21:14:00+08:00'): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
    },
  };
}
