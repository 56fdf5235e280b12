import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatLocalDate,
  formatPlainDate,
  formatPlainLocalDate,
  formatShortDate,
  formatTime,
} from './format.ts';
import {
  addLocalDays,
  dayNumberOf,
  isLocalDate,
  localDateOf,
  localDateOfDay,
  startOfLocalDay,
  weekdayOf,
} from './local-date.ts';
import { formatAgo, formatSpan, formatTimeLeft } from './relative.ts';
import { timezones, zoneOf } from './zones.ts';

const at = new Date('2026-11-24T07:00:00Z');

describe('dates as people read them', () => {
  it('writes them in full with the zone, in the words of look.md', () => {
    expect(formatDateTime(at, { timezone: 'Asia/Makassar', locale: 'id' })).toBe(
      'Selasa, 24 November 2026 pukul 15.00 WITA',
    );
    expect(formatDateTime(at, { timezone: 'Asia/Makassar', locale: 'en' })).toBe(
      'Tuesday, 24 November 2026 at 15:00 WITA',
    );
  });

  it('shows the same instant by the sun of each zone', () => {
    const times = timezones.map((timezone) => formatTime(at, { timezone, locale: 'id' }));
    expect(times).toEqual(['14.00 WIB', '14.00 WIB', '15.00 WITA', '16.00 WIT']);
    expect(formatDate(new Date('2026-12-31T15:30:00Z'), { timezone: 'Asia/Jayapura', locale: 'id' })).toBe(
      'Jumat, 1 Januari 2027',
    );
  });

  it('writes midnight as 00.00, never as 24.00', () => {
    expect(formatTime(new Date('2026-11-23T16:00:00Z'), { timezone: 'Asia/Makassar', locale: 'id' })).toBe(
      '00.00 WITA',
    );
  });

  it('has shorter forms for letters and narrow columns', () => {
    const style = { timezone: 'Asia/Makassar', locale: 'id' } as const;
    expect([formatPlainDate(at, style), formatShortDate(at, style)]).toEqual(['24 November 2026', '24 Nov 2026']);
    expect([formatLocalDate('2026-12-25', 'id'), formatPlainLocalDate('1980-02-29', 'en')]).toEqual([
      'Jumat, 25 Desember 2026',
      '29 February 1980',
    ]);
  });

  it('refuses a zone that is not Indonesian, by its name', () => {
    expect(() => zoneOf('Europe/Rome')).toThrowError(
      expect.objectContaining({ code: 'dates.unknown_zone', params: { timezone: 'Europe/Rome' } }),
    );
  });

  it('has the offsets the time zone database has, in winter and in summer', () => {
    for (const timezone of timezones) {
      for (const month of ['01', '07']) {
        const noon = new Date(`2026-${month}-15T12:00:00Z`);
        const hour = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }).format(
          noon,
        );
        expect(Number(hour)).toBe(12 + zoneOf(timezone).offsetMinutes / 60);
      }
    }
  });
});

describe('days without a time', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['0026-01-01', true],
    ['besok', false],
  ])('knows that %s is a real day: %s', (text, real) => {
    expect(isLocalDate(text)).toBe(real);
  });

  it('counts days there and back, with the right weekday', () => {
    for (const [date, weekday] of [
      ['1969-12-31', 3],
      ['1970-01-01', 4],
      ['2026-11-22', 0],
      ['2026-11-27', 5],
    ] as const) {
      expect(localDateOfDay(dayNumberOf(date))).toBe(date);
      expect(weekdayOf(dayNumberOf(date))).toBe(weekday);
    }
    expect(addLocalDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(() => dayNumberOf('2026-02-30')).toThrowError(expect.objectContaining({ code: 'dates.not_a_date' }));
  });

  it('begins a local day at its own midnight', () => {
    expect(startOfLocalDay('2026-11-23', 'Asia/Makassar').toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(localDateOf(new Date('2026-11-22T16:00:00Z'), 'Asia/Makassar')).toBe('2026-11-23');
    expect(localDateOf(new Date('2026-11-22T15:59:59Z'), 'Asia/Makassar')).toBe('2026-11-22');
  });
});

describe('how long from now', () => {
  const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);
  it('says what is left and what is late', () => {
    expect([formatTimeLeft(hours(3), at, 'id'), formatTimeLeft(hours(-2.5), at, 'id')]).toEqual([
      '3 jam lagi',
      'Lewat 2 jam',
    ]);
    expect([formatTimeLeft(hours(1), at, 'en'), formatTimeLeft(hours(-49), at, 'en')]).toEqual([
      '1 hour left',
      '2 days late',
    ]);
    expect([formatTimeLeft(at, at, 'id'), formatTimeLeft(hours(0.01), at, 'id')]).toEqual([
      'Sekarang',
      'kurang dari 1 menit lagi',
    ]);
  });

  it('says how long ago, and never something from the future', () => {
    expect([formatAgo(hours(-1), at, 'id'), formatAgo(hours(-0.01), at, 'id'), formatAgo(hours(4), at, 'en')]).toEqual([
      '1 jam lalu',
      'Baru saja',
      'Just now',
    ]);
    expect([formatSpan(20, 'id'), formatSpan(1440, 'en')]).toEqual(['20 menit', '1 day']);
  });
});
