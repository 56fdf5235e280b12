import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import { computeClock } from './compute.ts';
import { jayapura, office } from './testing/parepare.ts';
import type { ClockEvent, ClockQuestion } from './types.ts';

function derivation(
  question: Partial<ClockQuestion> & { events: readonly ClockEvent[]; now: Date },
): readonly string[] {
  return computeClock({
    rule: { id: 'promise', duration: { amount: 3, unit: 'working-days' } },
    calendar: office,
    ...question,
  }).derivation;
}
const sunday: ClockEvent = { type: 'start', at: '2026-11-22T21:14:00+08:00' };
const then = new Date('2026-11-22T21:14:30+08:00');

describe('the printed derivation', () => {
  it('tells a night-time applicant when the office starts and when it is done', () => {
    expect(derivation({ events: [sunday], now: then })).toEqual([
      'Diterima Minggu, 22 November 2026 pukul 21.14 WITA, di luar jam kerja.',
      'Janji selesai: 3 hari kerja.',
      'Hari kerja pertama: Senin, 23 November 2026 mulai 07.30.',
      'Selesai paling lambat Rabu, 25 November 2026 pukul 16.00 WITA.',
    ]);
  });

  it('is complete in English', () => {
    expect(derivation({ events: [sunday], now: then, locale: 'en' })).toEqual([
      'Received Sunday, 22 November 2026 at 21:14 WITA, outside office hours.',
      'Promised within 3 working days.',
      'First working day: Monday, 23 November 2026 from 07:30.',
      'Done by Wednesday, 25 November 2026 at 16:00 WITA at the latest.',
    ]);
  });

  it('names each holiday it steps over with its decree, and says when next year is not decided', () => {
    const events: ClockEvent[] = [{ type: 'start', at: '2026-12-23T10:00:00+08:00' }];
    const rule = { id: 'legal', duration: { amount: 5, unit: 'working-days' } } as const;
    expect(derivation({ rule, events, now: new Date('2026-12-23T10:00:00+08:00') })).toEqual([
      'Diterima Rabu, 23 Desember 2026 pukul 10.00 WITA, pada jam kerja.',
      'Batas menurut aturan: 5 hari kerja.',
      'Libur: Kamis, 24 Desember 2026 (Cuti bersama Natal, SKB 3 Menteri Nomor 1497/2025, 2/2025, 5/2025).',
      'Libur: Jumat, 25 Desember 2026 (Hari Raya Natal, SKB 3 Menteri Nomor 1497/2025, 2/2025, 5/2025).',
      'Hari kerja pertama: Senin, 28 Desember 2026 mulai 07.30.',
      'Selesai paling lambat Jumat, 1 Januari 2027 pukul 16.30 WITA.',
      'Hari libur 2027 belum ditetapkan, tanggal ini bisa bergeser.',
    ]);
  });

  it('tells pauses with their reason, and that a paused date is only a projection', () => {
    const events: ClockEvent[] = [
      sunday,
      { type: 'pause', at: '2026-11-23T09:00:00+08:00', reason: { id: 'Anda melengkapi foto', en: 'you add a photo' } },
      { type: 'resume', at: '2026-11-23T13:30:00+08:00' },
      { type: 'pause', at: '2026-11-24T09:00:00+08:00' },
    ];
    expect(derivation({ events, now: new Date('2026-11-24T10:00:00+08:00') }).slice(3)).toEqual([
      'Dijeda Senin, 23 November 2026 pukul 09.00 WITA sampai Senin, 23 November 2026 pukul 13.30 WITA karena Anda melengkapi foto.',
      'Dijeda sejak Selasa, 24 November 2026 pukul 09.00 WITA.',
      'Jika dilanjutkan sekarang, selesai paling lambat Kamis, 26 November 2026 pukul 12.00 WITA.',
    ]);
  });
});

describe('the printed derivation of an eventful case', () => {
  it('tells a count that began anew, a stop, and by how much a promise was missed', () => {
    const rule = { id: 'petugas', duration: { amount: 4, unit: 'working-hours' }, resume: 'reset' } as const;
    const events: ClockEvent[] = [
      { type: 'start', at: '2026-11-27T16:00:00+08:00' },
      { type: 'pause', at: '2026-11-30T08:00:00+08:00', reason: 'menunggu RT' },
      { type: 'resume', at: '2026-11-30T09:00:00+08:00' },
      { type: 'stop', at: '2026-11-30T16:00:00+08:00' },
    ];
    expect(derivation({ rule, events, now: new Date('2026-12-30T09:00:00+08:00') })).toEqual([
      'Diterima Jumat, 27 November 2026 pukul 16.00 WITA, pada jam kerja.',
      'Batas waktu: 4 jam kerja.',
      'Dijeda Senin, 30 November 2026 pukul 08.00 WITA sampai Senin, 30 November 2026 pukul 09.00 WITA karena menunggu RT.',
      'Dihitung ulang dari awal sejak Senin, 30 November 2026 pukul 09.00 WITA.',
      'Selesai paling lambat Senin, 30 November 2026 pukul 14.00 WITA.',
      'Berhenti dihitung Senin, 30 November 2026 pukul 16.00 WITA.',
      'Lewat janji 2 jam kerja.',
    ]);
  });

  it('tells Ramadan hours once, a local closure by its day, and a change of calendar', () => {
    const closure = {
      from: '2026-03-03',
      to: '2026-03-03',
      name: { id: 'Pemungutan suara ulang' },
      week: office.week.map(() => []),
      onHolidays: false,
    };
    const calendar: WorkCalendar = { ...office, exceptions: [closure, ...office.exceptions] };
    const events: ClockEvent[] = [
      { type: 'start', at: '2026-03-01T10:00:00+08:00' },
      { type: 'calendar', at: '2026-03-04T00:00:00+08:00', calendar: { ...office, name: { id: 'Jam kantor baru' } } },
    ];
    expect(derivation({ calendar, events, now: new Date('2026-03-01T10:00:00+08:00') }).slice(2)).toEqual([
      'Jam kerja Ramadan 1447 H: 19 Februari 2026 sampai 20 Maret 2026.',
      'Hari kerja pertama: Senin, 2 Maret 2026 mulai 08.00.',
      'Libur: Selasa, 3 Maret 2026 (Pemungutan suara ulang).',
      'Jam kerja berubah mulai Rabu, 4 Maret 2026 pukul 00.00 WITA: Jam kantor baru.',
      'Selesai paling lambat Kamis, 5 Maret 2026 pukul 15.00 WITA.',
    ]);
  });

  it('speaks in the zone of the office, and without office hours where they do not matter', () => {
    const rule = { duration: { amount: 24, unit: 'clock-hours' }, start: 'complete' } as const;
    expect(derivation({ rule, calendar: jayapura, events: [sunday], now: then })).toEqual([
      'Berkas lengkap Minggu, 22 November 2026 pukul 22.14 WIT.',
      'Janji selesai: 24 jam.',
      'Selesai paling lambat Senin, 23 November 2026 pukul 22.14 WIT.',
    ]);
    expect(derivation({ rule, events: [], now: then })).toEqual(['Waktu mulai dihitung setelah berkas lengkap.']);
  });

  it.each([
    [1, 'calendar-days', '2026-11-23T21:14:00+08:00', '1 hari lagi', '1 day left'],
    [4, 'working-hours', '2026-11-23T11:40:00+08:00', 'Jatuh tempo sekarang', 'Due now'],
    [4, 'working-hours', '2026-11-23T11:15:00+08:00', '25 menit kerja lagi', '25 working minutes left'],
    [4, 'working-hours', '2026-11-24T07:31:00+08:00', 'Lewat 3 jam kerja', '3 working hours late'],
  ] as const)('says what is left of %s %s at %s as "%s"', (amount, unit, now, id, en) => {
    const at = unit === 'working-hours' ? '2026-11-23T07:40:00+08:00' : '2026-11-23T21:14:00+08:00';
    for (const [locale, text] of [
      ['id', id],
      ['en', en],
    ] as const) {
      const question: ClockQuestion = {
        rule: { duration: { amount, unit } },
        calendar: office,
        events: [{ type: 'start', at }],
        now: new Date(now),
        locale,
      };
      expect(computeClock(question).remaining?.text).toBe(text);
    }
  });
});

describe('the cost of a clock', () => {
  it('is far below a tenth of a millisecond for 28 working days', () => {
    const rule = { duration: { amount: 28, unit: 'working-days' } } as const;
    const ask = (hour: number) => {
      const at = new Date(Date.parse('2026-02-01T00:00:00+08:00') + hour * 3_600_000);
      computeClock({ rule, calendar: office, events: [{ type: 'start', at }], now: at });
    };
    for (let hour = 0; hour < 2000; hour += 1) ask(hour);
    // The best of many short rounds: other work on the machine must not decide.
    const rounds = Array.from({ length: 40 }, (_, round) => {
      const began = performance.now();
      for (let hour = 0; hour < 50; hour += 1) ask(round * 50 + hour);
      return (performance.now() - began) / 50;
    });
    expect(Math.min(...rounds)).toBeLessThan(0.1);
  });
});
