import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { office } from '../../definition/clocks/testing/parepare.ts';
import { AppError } from '../../lib/errors.ts';
import { explainClock } from './clock-explain.ts';
import { regionCalendars } from './clock-explain-region.ts';

const rule = { duration: { amount: 1, unit: 'working-days' } };
const start = { type: 'start', at: '2026-12-23T10:00:00+08:00' };
const now = '2026-12-23T10:00:00+08:00';
const source = { findCalendar: (id: string) => (id === office.id ? office : undefined) };
const week = { 'mon-fri': [['08:00', '12:00']] };

function faults(json: unknown): string[] {
  try {
    explainClock(json, source);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'invalid') return error.fields.map(({ message }) => message);
  }
  return [];
}

describe('explaining a clock from JSON', () => {
  it('answers in plain JSON with the derivation', () => {
    const events = [start, { type: 'pause', at: '2026-12-23T11:00:00+08:00', reason: 'menunggu foto' }];
    const answer = explainClock(
      { rule, calendar: { id: 'jam-kantor' }, events, now: '2026-12-28T08:30:00+08:00' },
      source,
    );
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(answer).toMatchObject({
      startedAt: '2026-12-23T02:00:00.000Z',
      dueAt: '2026-12-29T00:30:00.000Z',
      pauses: [{ from: '2026-12-23T03:00:00.000Z', reason: 'menunggu foto' }],
      paused: true,
      breached: false,
      stoppedAt: null,
      remaining: { minutes: 450, text: 'Dijeda, sisa 1 hari kerja' },
    });
    expect(answer).toHaveProperty('derivation.0', 'Diterima Rabu, 23 Desember 2026 pukul 10.00 WITA, pada jam kerja.');
  });

  it.each([
    ['a calendar by name', { calendar: 'jam-kantor' }, '2026-12-28T08:00:00.000Z'],
    [
      'a known calendar with one more holiday',
      { calendar: { id: 'jam-kantor' }, holidays: ['2026-12-28'] },
      '2026-12-29T08:00:00.000Z',
    ],
    ['written hours without holidays', { calendar: { timezone: 'Asia/Makassar', week } }, '2026-12-24T04:00:00.000Z'],
    ['written hours in another zone', { calendar: { timezone: 'Asia/Jayapura', week } }, '2026-12-24T03:00:00.000Z'],
    [
      'only a zone and holidays: the hours of Perpres 21/2023',
      { calendar: { timezone: 'Asia/Makassar', holidays: [{ date: '2026-12-24', name: 'CB', kind: 'cuti-bersama' }] } },
      '2026-12-25T08:30:00.000Z',
    ],
    [
      'written hours that ignore cuti bersama',
      {
        calendar: {
          timezone: 'Asia/Makassar',
          closes: ['national'],
          holidays: [{ date: '2026-12-24', kind: 'cuti-bersama' }],
        },
      },
      '2026-12-24T08:00:00.000Z',
    ],
  ])('takes %s', (_, parts, dueAt) => {
    expect(explainClock({ rule, events: [start], now, ...parts }, source)).toMatchObject({ dueAt });
  });

  it('takes a calendar that changes mid-case, and answers in English', () => {
    const changed = {
      type: 'calendar',
      at: '2026-12-24T00:00:00+08:00',
      calendar: { timezone: 'Asia/Makassar', week: { thu: [['09:00', '10:00']] } },
    };
    const answer = explainClock({ rule, calendar: 'jam-kantor', events: [start, changed], now, locale: 'en' }, source);
    expect(answer).toMatchObject({ dueAt: '2026-12-24T02:00:00.000Z', remaining: { text: '1 working day left' } });
  });
});

describe('the calendars of a region folder', () => {
  it('are found by name, with the national holidays and the zone of the region', async () => {
    const dir = fileURLToPath(new URL('../../../regions/parepare', import.meta.url));
    const region = await regionCalendars({ dir, timezone: 'Asia/Makassar' });
    expect(region.findCalendar?.('jam-kantor')).toEqual(office);
    expect(region.findCalendar?.('tidak-ada')).toBeUndefined();
    expect(explainClock({ rule, calendar: { week }, events: [start], now }, region)).toMatchObject({
      dueAt: '2026-12-24T04:00:00.000Z',
    });
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    [null, ['Tulis isi berkas sebagai objek JSON.']],
    [{}, ['Isi rule.', 'Isi events.', 'Isi now.', 'Isi calendar.']],
    [
      { rule, calendar: 'jam-kantor', events: [start], now: '2026-12-23T10:00:00' },
      ['Tulis now dengan tanggal, jam, dan zona, misalnya 2026-11-22T21:14:00+08:00.'],
    ],
    [
      { rule, calendar: 'jam-kantor', events: [start], now: '2026-02-30T10:00:00+08:00' },
      ['Tulis now dengan tanggal, jam, dan zona, misalnya 2026-11-22T21:14:00+08:00.'],
    ],
    [
      { rule: { duration: { amount: 0, unit: 'days' } }, calendar: 'jam-kantor', events: [], now },
      [
        'Tulis rule.duration.amount sebagai angka lebih dari 0.',
        'Pilih rule.duration.unit: working-days, working-hours, calendar-days, atau clock-hours.',
      ],
    ],
    [
      { rule, calendar: 'jam-kantor', events: [{ type: 'mulai', at: 7 }], now },
      [
        'Pilih events.0.type: start, pause, resume, stop, atau calendar.',
        'Tulis events.0.at dengan tanggal, jam, dan zona, misalnya 2026-11-22T21:14:00+08:00.',
      ],
    ],
    [
      { rule, calendar: 'tidak-ada', events: [], now },
      ['Kalender di calendar tidak ditemukan. Periksa namanya, atau tulis jam kerjanya.'],
    ],
    [
      { rule, calendar: { timezone: 'Europe/Rome', holidays: [] }, events: [], now },
      ['Pilih calendar.timezone: Asia/Jakarta, Asia/Pontianak, Asia/Makassar, atau Asia/Jayapura.'],
    ],
    [
      { rule, calendar: 'jam-kantor', holidays: ['25 Desember'], events: [], now },
      ['Tulis calendar.holidays.0 sebagai tanggal seperti 2026-12-25, atau {date, name, kind, decree}.'],
    ],
    [{ rule, calendar: 'jam-kantor', events: [{ type: 'calendar', at: now }], now }, ['Isi events.0.calendar.']],
    [
      { rule, calendar: { timezone: 'Asia/Makassar', week: { mon: [] } }, events: [start], now },
      ['Dengan rule.duration ini tidak ada batas waktu dalam seratus tahun. Periksa angka dan kalender.'],
    ],
  ])('says what to write instead: %j', (json, sentences) => {
    expect(faults(json)).toEqual(sentences);
  });
});
