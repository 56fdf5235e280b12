import { describe, expect, it } from 'vitest';
import { claimedVisit } from './claimed-time.ts';

const known = { openedAt: '2026-11-23T01:00:00.000Z', now: new Date('2026-11-24T06:00:00Z') };

describe('the time a phone claims for a visit', () => {
  it('is kept when the task was open and the moment has passed', () => {
    expect(claimedVisit('2026-11-24T02:30:00.000Z', known)).toBe('2026-11-24T02:30:00.000Z');
  });
  it('may run a few minutes ahead, not an hour', () => {
    expect(claimedVisit('2026-11-24T06:04:00.000Z', known)).toBe('2026-11-24T06:04:00.000Z');
    expect(claimedVisit('2026-11-24T07:00:00.000Z', known)).toBeUndefined();
  });
  it('is dropped before the task existed, and when it is no time at all', () => {
    expect(claimedVisit('1970-01-01T00:00:00.000Z', known)).toBeUndefined();
    expect(claimedVisit('kemarin', known)).toBeUndefined();
    expect(claimedVisit(undefined, known)).toBeUndefined();
  });
});
