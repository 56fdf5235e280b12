import { describe, expect, it } from 'vitest';
import { computeClock } from './compute.ts';
import { jayapura, office } from './testing/parepare.ts';
import type { ClockEvent, ClockReading, ClockTerms } from './types.ts';

function wita(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`);
}
function asWita(at: Date | null | undefined): string {
  return at == null ? 'none' : new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
/** Events as "start 2026-11-23 10:00"; weeks without holidays, so that only the pauses matter. */
function read(terms: ClockTerms, story: readonly string[], now: string): ClockReading {
  const events = story.map((line): ClockEvent => {
    const [type, ...rest] = line.split(' ');
    if (type !== 'start' && type !== 'pause' && type !== 'resume' && type !== 'stop') throw new Error(line);
    return { type, at: wita(rest.join(' ')), reason: type === 'pause' ? 'menunggu Anda' : undefined };
  });
  return computeClock({ rule: terms, events, calendar: office, now: wita(now) });
}
const twoDays: ClockTerms = { duration: { amount: 2, unit: 'working-days' } };
const anew: ClockTerms = { ...twoDays, resume: 'reset' };
const fourHours: ClockTerms = { duration: { amount: 4, unit: 'working-hours' } };
const threeDates: ClockTerms = { duration: { amount: 3, unit: 'calendar-days' } };

describe('pauses', () => {
  it('a pause moves the due date by the working time it took, to the minute', () => {
    const clock = read(
      twoDays,
      ['start 2026-11-23 10:00', 'pause 2026-11-24 09:00', 'resume 2026-11-24 09:45'],
      '2026-11-24 10:00',
    );
    expect(asWita(clock.dueAt)).toBe('2026-11-26 08:15'); // due was Wednesday 16.00; 45 minutes go to Thursday
  });

  it('a pause within closed hours costs nothing', () => {
    const clock = read(
      twoDays,
      ['start 2026-11-23 10:00', 'pause 2026-11-24 16:00', 'resume 2026-11-25 07:30'],
      '2026-11-25 10:00',
    );
    expect(asWita(clock.dueAt)).toBe('2026-11-25 16:00');
  });

  it('a pause over a weekend costs only the working time around it', () => {
    const clock = read(
      fourHours,
      ['start 2026-11-27 14:30', 'pause 2026-11-27 15:30', 'resume 2026-11-30 08:30'],
      '2026-11-30 09:00',
    );
    expect(asWita(clock.dueAt)).toBe('2026-11-30 11:30');
  });

  it('days of different length count as one day each: a Friday and a Ramadan day are worth the same', () => {
    // Half of Thursday 5 March 2026 (390 minutes of Ramadan) is spent; the rest is half of a usual day of 450 minutes.
    const clock = read(
      { duration: { amount: 1, unit: 'working-days' } },
      ['start 2026-03-04 10:00', 'pause 2026-03-05 11:15', 'resume 2026-03-25 07:30'],
      '2026-03-25 08:00',
    );
    expect(asWita(clock.dueAt)).toBe('2026-03-25 11:15');
  });

  it('resume with reset gives the whole promise again, from the next working day', () => {
    const story = ['start 2026-11-23 10:00', 'pause 2026-11-24 15:00', 'resume 2026-11-26 09:00'];
    const clock = read(anew, story, '2026-11-26 10:00');
    expect(asWita(clock.dueAt)).toBe('2026-11-30 16:00');
    expect(asWita(clock.countsFrom)).toBe('2026-11-27 07:30');
    expect(clock.elapsed).toEqual({ minutes: 0, percent: 0 });
    expect(asWita(clock.startedAt)).toBe('2026-11-23 10:00');
  });

  it('calendar days are moved by the length of the pause', () => {
    const clock = read(
      threeDates,
      ['start 2026-11-23 10:00', 'pause 2026-11-24 09:00', 'resume 2026-11-25 10:30'],
      '2026-11-26 00:00',
    );
    expect(asWita(clock.dueAt)).toBe('2026-11-28 01:29'); // end of 26 November plus 25.5 hours
  });

  it('while paused the due date is the one of a resume now, and moves with now', () => {
    const story = ['start 2026-11-23 10:00', 'pause 2026-11-24 11:15'];
    const early = read(twoDays, story, '2026-11-24 12:30');
    const later = read(twoDays, story, '2026-11-30 09:00');
    expect(early).toMatchObject({
      paused: true,
      breached: false,
      remaining: { minutes: 675, text: 'Dijeda, sisa 1 hari kerja' },
    });
    expect(asWita(early.dueAt)).toBe('2026-11-26 08:15');
    expect(asWita(later.dueAt)).toBe('2026-12-01 13:45');
    expect(later.elapsed).toEqual({ minutes: 225, percent: 25 });
  });

  it('while paused with reset the whole promise is ahead', () => {
    const clock = read(anew, ['start 2026-11-23 10:00', 'pause 2026-11-24 15:00'], '2026-11-26 09:00');
    expect(asWita(clock.dueAt)).toBe('2026-11-30 16:00');
    expect(clock.remaining).toEqual({ minutes: 900, text: 'Dijeda, sisa 2 hari kerja' });
  });

  it('a pause after the promise was broken mends nothing, not even with reset', () => {
    const story = ['start 2026-11-23 10:00', 'pause 2026-11-26 09:00', 'resume 2026-11-30 09:00'];
    for (const terms of [twoDays, anew]) {
      const clock = read(terms, story, '2026-11-30 09:30');
      expect(asWita(clock.dueAt)).toBe('2026-11-25 16:00');
      expect(clock).toMatchObject({ breached: true, remaining: { text: 'Lewat 2 hari kerja' } });
    }
  });
});

describe('things that happen in the same minute', () => {
  it('a pause in the due minute comes too late: everything is spent, also with reset', () => {
    for (const resume of ['continue', 'reset'] as const) {
      const story = ['start 2026-11-23 08:00', 'pause 2026-11-23 14:00'];
      const clock = read(
        { ...fourHours, resume },
        story.slice(0, 1).concat('pause 2026-11-23 12:00'),
        '2026-11-23 12:00',
      );
      expect(clock).toMatchObject({ breached: false, remaining: { minutes: 0, text: 'Dijeda, sisa 0 menit kerja' } });
      expect(asWita(clock.dueAt)).toBe('2026-11-23 12:00');
      expect(read({ ...fourHours, resume }, story, '2026-11-23 15:00').breached).toBe(true);
    }
  });

  it('a calendar that changes in the minute of the start already holds for it', () => {
    const at = wita('2026-11-22 23:30'); // Sunday in Parepare, Monday in Jayapura
    const events: ClockEvent[] = [
      { type: 'start', at },
      { type: 'calendar', at, calendar: jayapura },
    ];
    const clock = computeClock({
      rule: { duration: { amount: 1, unit: 'working-days' } },
      events,
      calendar: office,
      now: at,
    });
    expect(asWita(clock.dueAt)).toBe('2026-11-24 15:00');
  });
});

describe('events that contradict each other', () => {
  const due = (story: readonly string[], now = '2026-11-27 09:00') => asWita(read(twoDays, story, now).dueAt);

  it('a second start changes nothing', () => {
    expect(due(['start 2026-11-23 10:00', 'start 2026-11-24 10:00'])).toBe('2026-11-25 16:00');
  });

  it('a resume without a pause changes nothing', () => {
    expect(due(['start 2026-11-23 10:00', 'resume 2026-11-24 10:00'])).toBe('2026-11-25 16:00');
  });

  it('the first resume ends overlapping pauses, and both reasons are kept', () => {
    const story = [
      'start 2026-11-23 10:00',
      'pause 2026-11-24 08:00',
      'pause 2026-11-24 09:00',
      'resume 2026-11-24 10:00',
      'resume 2026-11-24 11:00',
    ];
    const clock = read(twoDays, story, '2026-11-24 12:00');
    expect(asWita(clock.dueAt)).toBe('2026-11-26 09:30'); // two hours
    expect(clock.pauses.map(({ from, to }) => `${asWita(from)} ${asWita(to)}`)).toEqual([
      '2026-11-24 08:00 2026-11-24 09:00',
      '2026-11-24 09:00 2026-11-24 10:00',
    ]);
  });

  it('a pause that ended before the start is not a pause of this clock', () => {
    const clock = read(
      twoDays,
      ['pause 2026-11-20 09:00', 'resume 2026-11-21 09:00', 'start 2026-11-23 10:00'],
      '2026-11-23 11:00',
    );
    expect(asWita(clock.dueAt)).toBe('2026-11-25 16:00');
    expect(clock.pauses).toEqual([]);
  });

  it('a pause from before the start that still lasts holds from the start', () => {
    const clock = read(
      twoDays,
      ['pause 2026-11-20 09:00', 'start 2026-11-23 10:00', 'resume 2026-11-24 08:30'],
      '2026-11-24 11:00',
    );
    expect(asWita(clock.dueAt)).toBe('2026-11-26 08:30');
    expect(clock.pauses).toEqual([
      { from: wita('2026-11-23 10:00'), to: wita('2026-11-24 08:30'), reason: 'menunggu Anda' },
    ]);
  });
});

describe('the end of a clock', () => {
  it('after a stop nothing happens any more', () => {
    const clock = read(
      twoDays,
      ['start 2026-11-23 10:00', 'stop 2026-11-24 11:15', 'pause 2026-11-24 12:00', 'start 2026-11-24 13:00'],
      '2026-12-30 09:00',
    );
    expect(clock).toMatchObject({
      paused: false,
      breached: false,
      remaining: { minutes: 675, text: 'Tepat waktu, sisa 1 hari kerja' },
    });
    expect(asWita(clock.dueAt)).toBe('2026-11-25 16:00');
    expect(asWita(clock.stoppedAt)).toBe('2026-11-24 11:15');
  });

  it('a stop after the due date stays late by as much as it was', () => {
    const clock = read(fourHours, ['start 2026-11-23 08:00', 'stop 2026-11-23 15:00'], '2026-12-30 09:00');
    expect(clock).toMatchObject({
      breached: true,
      remaining: { minutes: -120, text: 'Selesai, lewat 2 jam kerja' },
      elapsed: { minutes: 360, percent: 150 },
    });
  });

  it('a stop ends a pause', () => {
    const clock = read(
      twoDays,
      ['start 2026-11-23 10:00', 'pause 2026-11-24 09:00', 'stop 2026-11-24 12:00'],
      '2026-12-30 09:00',
    );
    expect(clock.paused).toBe(false);
    expect(clock.pauses.map(({ to }) => asWita(to))).toEqual(['2026-11-24 12:00']);
  });

  it('without a start, or stopped before it, there is no promise yet', () => {
    for (const story of [[], ['pause 2026-11-24 09:00'], ['stop 2026-11-22 09:00', 'start 2026-11-23 10:00']]) {
      expect(read(twoDays, story, '2026-11-24 10:00')).toMatchObject({
        startedAt: null,
        dueAt: null,
        remaining: null,
        breached: false,
      });
    }
  });

  it('a now before the last event is read as the moment of that event', () => {
    const clock = read(fourHours, ['start 2026-11-23 08:00'], '2026-11-20 08:00');
    expect(clock).toMatchObject({ breached: false, remaining: { minutes: 240, text: '4 jam kerja lagi' } });
  });
});
