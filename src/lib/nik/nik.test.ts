import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProvinceCode, kkHasIssueDate, nikFacts, nikFitsBirthDate, readKkNumber, readNik } from './nik.ts';

const today = '2026-11-22';

describe('reading a NIK', () => {
  it.each([
    '7372011708900001',
    ' 7372 0117 0890 0001 ',
    '73.72.01.170890.0001',
    '7372-0117-0890-0001',
    'NIK: 7372011708900001',
    '\u202a7372011708900001\u202c',
    '٧٣٧٢٠١١٧٠٨٩٠٠٠٠١',
  ])('accepts %j', (text) => {
    expect(readNik(text)).toEqual({ ok: true, nik: '7372011708900001' });
  });

  it.each([
    ['737201170890001', 'length', 15],
    ['73720117089000011', 'length', 17],
    ['', 'length', 0],
    ['7372O11708900001', 'digits', 15],
    ['7372011708900000', 'serial', 16],
    ['7372013202900001', 'date', 16],
    ['7372013213900001', 'date', 16],
    ['7372010013900001', 'date', 16],
    ['7372010008900001', 'date', 16],
    ['7372014008900001', 'date', 16],
    ['7372017208900001', 'date', 16],
    ['7372017104900001', 'date', 16],
    ['7372013002900001', 'date', 16],
    ['7372012902910001', 'date', 16],
    ['7372011700900001', 'date', 16],
    ['0000000000000000', 'serial', 16],
  ])('refuses %j because of its %s', (text, problem, given) => {
    expect(readNik(text)).toEqual({ ok: false, problem, given });
  });

  it('accepts 29 February of a leap year and the last woman of a month', () => {
    expect(readNik('7372012902000001').ok).toBe(true);
    expect(readNik('7372016902920001').ok).toBe(true);
    expect(readNik('7372017108900001').ok).toBe(true);
  });
});

describe('what a NIK tells', () => {
  it('a man born on 17 August 1990', () => {
    expect(nikFacts('7372011708900001', today)).toEqual({
      area: '73.72.01',
      birthDate: '1990-08-17',
      sex: 'L',
      serial: '0001',
    });
  });

  it('a woman has 40 added to her day of birth', () => {
    expect(nikFacts('7372015708900001', today)).toMatchObject({ birthDate: '1990-08-17', sex: 'P' });
  });

  it.each([
    ['7372012211260001', '2026-11-22'],
    ['7372012311260001', '1926-11-23'],
    ['7372010101100001', '2010-01-01'],
    ['7372012902000001', '2000-02-29'],
  ])('%s was born on %s, the latest day that has come', (nik, birthDate) => {
    expect(nikFacts(nik, today)?.birthDate).toBe(birthDate);
  });

  it('nothing when the number is not sound', () => {
    expect(nikFacts('7372013202900001', today)).toBeUndefined();
    expect(nikFacts('', today)).toBeUndefined();
  });

  it('a birth date is compared without its century', () => {
    expect(nikFitsBirthDate('7372015708900001', '1990-08-17')).toBe(true);
    expect(nikFitsBirthDate('7372015708900001', '1890-08-17')).toBe(true);
    expect(nikFitsBirthDate('7372015708900001', '1990-08-18')).toBe(false);
  });

  it('every birth day of both sexes comes back from the number made of it', () => {
    const day = fc.date({ min: new Date('1927-01-01'), max: new Date('2026-11-22'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('L', 'P'), fc.integer({ min: 1, max: 9999 }), (date, sex, serial) => {
        const iso = date.toISOString().slice(0, 10);
        const coded = String(Number(iso.slice(8)) + (sex === 'P' ? 40 : 0)).padStart(2, '0');
        const nik = `737201${coded}${iso.slice(5, 7)}${iso.slice(2, 4)}${String(serial).padStart(4, '0')}`;
        expect(readNik(nik)).toEqual({ ok: true, nik });
        expect(nikFacts(nik, today)).toMatchObject({ birthDate: iso, sex });
        expect(nikFitsBirthDate(nik, iso)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('provinces and family cards', () => {
  it('knows the 38 provinces and former Timor Timur', () => {
    const known = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).filter(isProvinceCode);
    expect(known).toHaveLength(39);
    expect(known).toContain('73');
    expect(known).not.toContain('00');
  });

  it('a KK number has 16 digits, and a strange issue date is only noticed', () => {
    expect(readKkNumber('7372 0117 0815 0003')).toEqual({ ok: true, nik: '7372011708150003' });
    expect(readKkNumber('73720117081500')).toEqual({ ok: false, problem: 'length', given: 14 });
    expect(kkHasIssueDate('7372011708150003')).toBe(true);
    expect(kkHasIssueDate('7372015708150003')).toBe(false);
  });
});
