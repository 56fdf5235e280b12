// The circuit breaker: a register that failed again and again is left alone for a while, then tried by one caller. Pure.
export interface Breaker {
  readonly failures: number; // in a row
  readonly restUntil: number; // milliseconds; 0 while it is closed
}
export const closedBreaker: Breaker = { failures: 0, restUntil: 0 };

const failuresAllowed = 5;
const restMilliseconds = 30_000;
const probeMilliseconds = 5_000; // while one caller tries, the others still go on without

/** The breaker after one more caller was let through, or undefined when he is not. */
export function admit(breaker: Breaker, now: number): Breaker | undefined {
  if (breaker.failures < failuresAllowed) return breaker;
  return now < breaker.restUntil ? undefined : { ...breaker, restUntil: now + probeMilliseconds };
}

export function settle(breaker: Breaker, succeeded: boolean, now: number): Breaker {
  if (succeeded) return closedBreaker;
  const failures = breaker.failures + 1;
  return { failures, restUntil: failures < failuresAllowed ? 0 : now + restMilliseconds };
}

export function isResting(breaker: Breaker, now: number): boolean {
  return breaker.failures >= failuresAllowed && now < breaker.restUntil;
}

/** How long to wait before try number `next` (from 2). */
export function backOff(next: number): number {
  return 100 * 2 ** (next - 2);
}
