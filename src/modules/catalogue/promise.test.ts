import { describe, expect, it } from 'vitest';
import { durationText, feeSentence, feeText } from './promise.ts';

describe('the promise in words', () => {
  it.each([
    [2, 'working-days', '2 hari kerja', '2 working days'],
    [1, 'working-days', '1 hari kerja', '1 working day'],
    [1, 'working-hours', '1 jam kerja', '1 working hour'],
    [0.5, 'working-hours', '30 menit kerja', '30 working minutes'],
    [30, 'calendar-days', '30 hari', '30 days'],
    [24, 'clock-hours', '24 jam', '24 hours'],
    [0.25, 'clock-hours', '15 menit', '15 minutes'],
    [1.5, 'clock-hours', '1,5 jam', '1.5 hours'],
  ] as const)('%s %s', (amount, unit, id, en) => {
    expect(durationText({ amount, unit }, 'id')).toBe(id);
    expect(durationText({ amount, unit }, 'en')).toBe(en);
  });
});

describe('the fee in words', () => {
  it('says free, the amount, or that a tariff decides, with its basis and note', () => {
    expect(feeText({ amount: 0 }, 'id')).toBe('Gratis');
    expect(feeText({ amount: 12_500 }, 'id')).toBe('Rp12.500');
    expect(feeText({ amount: null }, 'en')).toBe('By tariff');
    expect(feeSentence({ amount: 12_500, legal: 'Perda 12/2023', note: { id: 'Per lembar' } }, 'id')).toBe(
      'Rp12.500. Dasar: Perda 12/2023. Per lembar.',
    );
  });
});
