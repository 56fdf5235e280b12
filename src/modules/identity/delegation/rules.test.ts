import { describe, expect, it, test } from 'vitest';
import { type Delegation, decideDelegation, isInForce, type Proposal } from './rules.ts';

const plh: Delegation = {
  id: 'd1',
  kind: 'plh',
  unitId: 'kel',
  role: 'lurah',
  post: 'Lurah Lompoe',
  fromOfficerId: 'lurah',
  toOfficerId: 'kasi',
  firstDay: '2026-11-23',
  lastDay: '2026-11-25',
  instrument: { number: '800/12', date: '2026-11-20', text: 'Cuti tahunan' },
  recordedBy: 'admin',
  recordedAt: new Date('2026-11-20T10:00:00+08:00'),
  endedAt: undefined,
  endReason: undefined,
};
const noon = (day: string) => ({ today: day, now: new Date(`${day}T12:00:00+08:00`) });

describe('the days of a delegation', () => {
  test.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-24', true],
    ['2026-11-25', true], // to the end of the last day
    ['2026-11-26', false],
  ])('on %s: %s', (day, expected) => {
    expect(isInForce(plh, noon(day))).toBe(expected);
  });

  it('end at once when it is ended early', () => {
    const ended = { ...plh, endedAt: new Date('2026-11-24T09:00:00+08:00') };
    expect(isInForce(ended, { today: '2026-11-24', now: new Date('2026-11-24T08:59:00+08:00') })).toBe(true);
    expect(isInForce(ended, noon('2026-11-24'))).toBe(false);
  });
});

describe('who may stand in whose place', () => {
  const proposal: Proposal = {
    kind: 'plh',
    firstDay: '2026-11-26',
    lastDay: '2026-11-27',
    to: { id: 'kasi', active: true, worksInbox: true },
    holders: ['lurah'],
    others: [plh],
    recordedBy: 'admin',
    today: '2026-11-23',
  };
  const refusalOf = (over: Partial<Proposal>) => {
    const decision = decideDelegation({ ...proposal, ...over });
    return decision.ok ? undefined : decision.refusal;
  };

  it('is the holder of the post, when nothing stands against it', () => {
    expect(decideDelegation(proposal)).toEqual({ ok: true, from: 'lurah' });
    expect(decideDelegation({ ...proposal, kind: 'plt', holders: [] })).toEqual({ ok: true, from: undefined });
  });

  test.each<[string, Partial<Proposal>]>([
    ['days', { lastDay: '2026-11-25' }],
    ['past', { firstDay: '2026-11-20', lastDay: '2026-11-21' }],
    ['barred', { to: { id: 'kasi', active: false, worksInbox: true } }],
    ['barred', { to: { id: 'kasi', active: true, worksInbox: false } }],
    ['own', { recordedBy: 'kasi' }],
    ['holds', { holders: ['kasi'] }],
    ['held', { kind: 'plt' }],
    ['vacant', { holders: [] }],
    ['vacant', { kind: 'an', holders: [] }],
    ['several', { holders: ['one', 'two'] }],
    ['overlap', { firstDay: '2026-11-25' }],
    ['overlap', { kind: 'an', firstDay: '2026-11-23', lastDay: '2026-12-31' }],
  ])('is refused: %s', (refusal, over) => {
    expect(refusalOf(over)).toBe(refusal);
  });

  it('may follow one that was ended early', () => {
    const others = [{ ...plh, endedAt: new Date('2026-11-24T09:00:00+08:00') }];
    expect(refusalOf({ firstDay: '2026-11-25', others })).toBeUndefined();
  });
});
