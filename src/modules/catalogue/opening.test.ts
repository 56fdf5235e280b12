import { describe, expect, it } from 'vitest';
import type { DayHours } from '../../lib/working-time/calendar.ts';
import { isAlwaysOpen, openingRows } from './opening.ts';

const office: DayHours = [
  { from: 450, to: 720 },
  { from: 780, to: 960 },
];
const friday: DayHours = [{ from: 450, to: 690 }];
const allDay: DayHours = [{ from: 0, to: 1440 }];

describe('opening hours in words', () => {
  it('puts neighbouring days with the same hours together, from Monday, closed days last', () => {
    const week = [[], office, office, office, office, friday, []];
    expect(openingRows({ week }, 'id')).toEqual([
      { days: 'Senin sampai Kamis', hours: '07.30 sampai 16.00, istirahat 12.00 sampai 13.00' },
      { days: 'Jumat', hours: '07.30 sampai 11.30' },
      { days: 'Sabtu dan Minggu', hours: 'tutup' },
    ]);
    expect(openingRows({ week }, 'en')[0]).toEqual({
      days: 'Monday to Thursday',
      hours: '07:30 to 16:00, break 12:00 to 13:00',
    });
  });

  it('says "every day" and "24 hours"', () => {
    const week = Array.from({ length: 7 }, () => allDay);
    expect(openingRows({ week }, 'id')).toEqual([{ days: 'Setiap hari', hours: '24 jam' }]);
    expect(isAlwaysOpen({ week })).toBe(true);
    expect(isAlwaysOpen({ week: [...week.slice(1), office] })).toBe(false);
  });

  it('keeps days apart that do not follow each other', () => {
    const week = [office, [], office, [], office, [], []];
    expect(openingRows({ week }, 'id').map(({ days }) => days)).toEqual([
      'Selasa',
      'Kamis',
      'Minggu',
      'Senin',
      'Rabu',
      'Jumat dan Sabtu',
    ]);
  });
});
