import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dayNumberOf, weekdayOf } from '../dates/local-date.ts';
import { AppError } from '../errors.ts';
import type { WorkCalendar } from './calendar.ts';
import { indexOf, openMinutesOf } from './day-index.ts';
import { buildCalendar, holidaysOf, parseCalendarFile, parseHolidayFile } from './files.ts';
import { dueAfter } from './gauge.ts';
import { isOpen, nextOpening } from './opening.ts';

const regions = new URL('../../../regions/', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, regions), 'utf8'));
const year2025 = parseHolidayFile(read('indonesia/holidays/2025.yaml'));
const year2026 = parseHolidayFile(read('indonesia/holidays/2026.yaml'));
const holidays = holidaysOf([year2026, year2025]);
const officeFile = parseCalendarFile(read('parepare/calendars/jam-kantor.yaml'));
const office = buildCalendar(officeFile, holidays);
const always = buildCalendar(parseCalendarFile(read('parepare/calendars/24-jam.yaml')), holidays);
const wita = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const faultsOf = (attempt: () => unknown): string[] => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof AppError) return error.fields.map(({ field, message }) => `${field}: ${message}`);
  }
  return [];
};

describe('the holidays of the SKB', () => {
  it.each([
    [year2025, 17, 11], // 10 cuti bersama and the one added on 7 August 2025
    [year2026, 17, 8],
  ])('%# has the number of days its decree announced', (file, national, jointLeave) => {
    expect(file.holidays.filter(({ kind }) => kind === 'national')).toHaveLength(national);
    expect(file.holidays.filter(({ kind }) => kind === 'cuti-bersama')).toHaveLength(jointLeave);
  });

  it('are in date order with the decree that set each', () => {
    expect(holidays.map(({ date }) => date)).toEqual(holidays.map(({ date }) => date).toSorted());
    expect(holidays.find(({ date }) => date === '2025-08-18')?.decree).toBe(
      'SKB 3 Menteri Nomor 933/2025, 1/2025, 3/2025',
    );
  });

  it('have an English name each', () => {
    expect(holidays.filter(({ name }) => name.en === undefined)).toEqual([]);
  });

  it('no cuti bersama falls on a weekend', () => {
    const weekend = holidays.filter(
      ({ date, kind }) => kind === 'cuti-bersama' && [0, 6].includes(weekdayOf(dayNumberOf(date))),
    );
    expect(weekend).toEqual([]);
  });
});

describe('the hours of Perpres 21/2023', () => {
  const minutesIn = (monday: string) =>
    Array.from({ length: 7 }, (_, day) => indexOf(office).day(dayNumberOf(monday) + day).minutes).reduce(
      (sum, minutes) => sum + minutes,
      0,
    );

  it('are 37.5 a week, and 32.5 in Ramadan', () => {
    expect(minutesIn('2026-11-23')).toBe(2250);
    expect(minutesIn('2026-03-02')).toBe(1950);
    expect(minutesIn('2025-03-03')).toBe(1950);
  });

  it('every calendar of the region can be read', () => {
    const names = readdirSync(new URL('parepare/calendars/', regions));
    expect(names.map((name) => `${parseCalendarFile(read(`parepare/calendars/${name}`)).id}.yaml`).toSorted()).toEqual(
      names.toSorted(),
    );
  });
});

describe('whether the office is open', () => {
  it.each([
    ['2026-11-23 07:29', false],
    ['2026-11-23 07:30', true],
    ['2026-11-23 11:59', true],
    ['2026-11-23 12:00', false],
    ['2026-11-23 13:00', true],
    ['2026-11-23 15:59', true],
    ['2026-11-23 16:00', false],
    ['2026-11-27 11:30', false],
    ['2026-11-27 16:29', true],
    ['2026-11-28 10:00', false],
    ['2026-12-24 10:00', false],
    ['2026-12-25 10:00', false],
    ['2026-03-05 15:30', false],
  ])('at %s: %s', (at, open) => {
    expect(isOpen(office, wita(at))).toBe(open);
    expect(isOpen(always, wita(at))).toBe(true);
  });

  it.each([
    ['2026-11-23 10:00', '2026-11-23 10:00'],
    ['2026-11-23 12:30', '2026-11-23 13:00'],
    ['2026-11-27 16:30', '2026-11-30 07:30'],
    ['2026-03-17 15:00', '2026-03-25 07:30'],
    ['2026-12-23 23:59', '2026-12-28 07:30'],
  ])('after %s it opens at %s', (at, opens) => {
    expect(nextOpening(office, wita(at))).toEqual(wita(opens));
  });

  it('a calendar without hours never opens', () => {
    expect(
      nextOpening({ ...office, week: office.week.map(() => []), exceptions: [] }, wita('2026-11-23 10:00')),
    ).toBeUndefined();
  });

  it('an office may ignore cuti bersama, and an exception may open a holiday', () => {
    const clinic = buildCalendar({ ...officeFile, id: 'puskesmas', closes: ['national'] }, holidays);
    expect([isOpen(clinic, wita('2026-12-24 10:00')), isOpen(clinic, wita('2026-12-25 10:00'))]).toEqual([true, false]);
    const week = Array.from({ length: 7 }, () => [{ from: 540, to: 600 }]);
    const duty: WorkCalendar = {
      ...office,
      exceptions: [{ from: '2026-12-25', to: '2026-12-25', name: { id: 'Piket' }, week, onHolidays: true }],
    };
    expect([isOpen(duty, wita('2026-12-25 09:30')), isOpen(duty, wita('2026-12-24 09:30'))]).toEqual([true, false]);
  });

  it('a task target is due without an event list', () => {
    expect(dueAfter({ amount: 4, unit: 'working-hours' }, wita('2026-11-27 15:30'), office)).toEqual(
      wita('2026-11-30 10:30'),
    );
    expect(dueAfter({ amount: 14, unit: 'calendar-days' }, wita('2026-11-23 10:00'), office).toISOString()).toBe(
      '2026-12-07T15:59:59.000Z',
    );
  });
});

describe('calendar files', () => {
  const file = (week: unknown, more = {}) => ({ id: 'x', name: 'X', timezone: 'Asia/Jakarta', week, ...more });

  it('hours may be a span with breaks or a list of intervals, for a day or a range over the weekend', () => {
    const { week } = buildCalendar(
      parseCalendarFile(
        file({
          'sat-mon': [['08.00', '12.00']],
          fri: { open: '08:00', close: '24:00', breaks: [{ from: '12:00', to: '13:00' }] },
        }),
      ),
      [],
    );
    expect(week.map(openMinutesOf)).toEqual([240, 240, 0, 0, 0, 900, 240]);
  });

  it.each([
    [{ mon: [['10:00', '09:00']] }, 'week.mon: jam buka harus berurutan, tidak bertumpuk, dan selesai setelah mulai'],
    [
      {
        mon: [
          ['08:00', '12:00'],
          ['11:00', '15:00'],
        ],
      },
      'week.mon: jam buka harus berurutan, tidak bertumpuk, dan selesai setelah mulai',
    ],
    [{ 'mon-fri': [['08:00', '12:00']], tue: [] }, 'week.tue: hari ini sudah diberi jam'],
    [{ senin: [] }, 'week.senin: tulis hari seperti mon atau mon-thu'],
  ])('refuses %j', (week, fault) => {
    expect(faultsOf(() => parseCalendarFile(file(week)))).toEqual([fault]);
  });

  it('refuses a holiday in the wrong year, without its decree, or written twice', () => {
    const row = { date: '2026-01-01', name: 'Tahun baru', kind: 'national', decree: 'skb' };
    const holidayFile = {
      year: 2026,
      decrees: { skb: { short: 'SKB' } },
      holidays: [row, { ...row, date: '2025-01-01' }, { ...row, decree: 'lain' }],
    };
    expect(faultsOf(() => parseHolidayFile(holidayFile))).toEqual([
      'holidays.1.date: bukan tanggal dalam tahun 2026',
      'holidays.2.decree: "lain" tidak ada di daftar decrees',
      'holidays.2.date: tanggal tertulis dua kali',
    ]);
  });
});
