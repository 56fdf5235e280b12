import { describe, expect, it } from 'vitest';
import { codesOf } from './codes.ts';
import { receivedInstant } from './received.ts';

const text = (id: string) => ({ id, type: 'text' as const, label: { id, en: id }, required: true });
const page = (name: string, ...ids: string[]) => ({ page: name, title: { id: name, en: name }, fields: ids.map(text) });

describe('codes of questions', () => {
  it('take the first free letter of the page, and never one twice', () => {
    const codes = codesOf({
      eligibility: [],
      form: [page('pemohon', 'nama', 'nik'), page('pasangan', 'nama_pasangan'), page('usaha', 'jenis')],
      documents: [],
    });
    expect([...codes.fields.values()]).toEqual(['P1', 'P2', 'A1', 'S1']);
    expect(new Set(codes.fields.values()).size).toBe(4);
  });
});

describe('the time of receipt', () => {
  const world = { today: '2026-11-24', timezone: 'Asia/Makassar' };
  it.each([
    ['23-11-26', '9.30', '2026-11-23T01:30:00.000Z'],
    ['231126', '0930', '2026-11-23T01:30:00.000Z'],
    ['25-11-26', '8.00', '2026-11-25T00:00:00.000Z'],
    ['kemarin', '14:05', '2026-11-23T06:05:00.000Z'],
  ])('reads %s at %s', (day, time, instant) => {
    expect(receivedInstant({ day, time }, world)?.toISOString()).toBe(instant);
  });
  it.each([
    ['besok lusa', '9.30'],
    ['23-11-26', '25.00'],
    ['23-11-26', ''],
  ])('does not guess at %s, %s', (day, time) => {
    expect(receivedInstant({ day, time }, world)).toBeUndefined();
  });
});
