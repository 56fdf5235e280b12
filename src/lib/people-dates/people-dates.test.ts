import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, formatDay, isDay, readDay, readDayParts, resolveDay } from './people-dates.ts';

const today = '2026-11-22';

describe('reading a day', () => {
  it.each([
    '1990-08-17',
    '1990/8/17',
    '17-8-1990',
    '17/08/1990',
    '17.8.1990',
    '17 8 1990',
    '17 agustus 1990',
    '17 AGUSTUS 1990',
    '17agt1990',
    '17 Agt. 1990',
    '17-ags-1990',
    '17 August 1990',
    'August 17, 1990',
    '17081990',
    '19900817',
    '١٧/٨/١٩٩٠',
    ' 17\u00a0Agustus\u00a01990 ',
  ])('%j is 17 August 1990', (text) => {
    expect(readDay(text, today)).toEqual({ ok: true, days: ['1990-08-17'] });
  });

  it('a year of two digits leaves the century open', () => {
    expect(readDay('17-8-90', today)).toEqual({ ok: true, days: ['2090-08-17', '1990-08-17'] });
    expect(readDay("17 agustus '05", today)).toEqual({ ok: true, days: ['2005-08-17', '1905-08-17'] });
    expect(readDay('29-2-00', today)).toEqual({ ok: true, days: ['2000-02-29'] });
  });

  it.each([
    ['hari ini', '2026-11-22'],
    ['Kemarin', '2026-11-21'],
    ['besok', '2026-11-23'],
    ['yesterday', '2026-11-21'],
  ])('%j is %s', (text, day) => {
    expect(readDay(text, today)).toEqual({ ok: true, days: [day] });
  });

  it.each([
    ['31-2-2026', 'impossible'],
    ['29-2-2025', 'impossible'],
    ['08/17/1990', 'impossible'],
    ['00-01-1990', 'impossible'],
    ['1-1-1700', 'impossible'],
    ['99999999', 'impossible'],
    ['17-8', 'format'],
    ['17', 'format'],
    ['1790', 'format'],
    ['besoknya', 'format'],
    ['17 xyz 1990', 'format'],
    ['1990-08-17T00:00:00Z', 'format'],
    ['', 'format'],
    ['constructor', 'format'],
    ['17 constructor 1990', 'format'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readDay(text, today)).toEqual({ ok: false, problem });
  });

  it('three boxes may hold a name for the month', () => {
    expect(readDayParts({ day: '7', month: 'Agustus', year: '1990' })).toEqual({ ok: true, days: ['1990-08-07'] });
    expect(readDayParts({ day: '7', month: '', year: '1990' })).toEqual({ ok: false, problem: 'format' });
    expect(readDayParts({ day: '7', month: '8', year: '199' })).toEqual({ ok: false, problem: 'format' });
  });

  it('every day is read back from how it is printed, in both languages', () => {
    const any = fc.date({ min: new Date('1850-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(any, fc.constantFrom('id' as const, 'en' as const), (date, locale) => {
        const day = date.toISOString().slice(0, 10);
        expect(isDay(day)).toBe(true);
        expect(readDay(formatDay(day, locale), today)).toEqual({ ok: true, days: [day] });
        expect(readDay(day, today)).toEqual({ ok: true, days: [day] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('days of a definition', () => {
  it.each([
    ['today', '2026-11-22'],
    ['today-17y', '2009-11-22'],
    ['today+30d', '2026-12-22'],
    ['today - 6m', '2026-05-22'],
    ['2026-01-31', '2026-01-31'],
    ['2026-02-31', undefined],
    ['tomorrow', undefined],
    ['today+1w', undefined],
  ])('%s is %s', (limit, day) => {
    expect(resolveDay(limit, today)).toBe(day);
  });

  it('months end where they end', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('is printed in words', () => {
    expect(formatDay('1990-08-17', 'id')).toBe('17 Agustus 1990');
    expect(formatDay('1990-08-17', 'en')).toBe('17 August 1990');
    expect(formatDay('bukan tanggal', 'id')).toBe('bukan tanggal');
  });
});
