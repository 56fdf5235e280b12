import { describe, expect, it } from 'vitest';
import type { ServiceDefinition } from '../../definition/schema.ts';
import { sampleDefinition } from '../../definition/testing.ts';
import { durationText, feeSentence, feeText, feeTextOf } from './promise.ts';

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
    const fee = { amount: 12_500, legal: 'Perda 12/2023 Pasal 8', note: { id: 'Per lembar' } };
    expect(feeSentence(priced(fee), 'id')).toBe('Rp12.500. Dasar: Perda 12/2023 Pasal 8. Per lembar.');
  });

  it('gives the range of a tariff, and what a reckoned fee is reckoned from', () => {
    const tables = {
      tarif: {
        title: { id: 'Tarif' },
        key: 'jenis',
        confidence: 'typical' as const,
        rows: [
          { jenis: 'tetap', tarif: 0 },
          { jenis: 'sementara', tarif: 25_000 },
        ],
      },
    };
    const looked = priced(
      { amount: null, by: { table: 'tarif', key: 'jenis', column: 'tarif' }, legal: 'Perda' },
      tables,
    );
    expect(feeTextOf(looked, 'id')).toBe('Gratis sampai Rp25.000');
    const by = { function: 'per-unit', of: { kind: 'jenis' }, table: 'tarif' };
    const reckoned = priced({ amount: null, by, legal: 'Perda 12/2023 Pasal 8' }, tables);
    expect(feeSentence(reckoned, 'id')).toBe(
      'Sesuai tarif. Dihitung dari isian: Jenis domisili. Tarif belum dipastikan untuk kota ini. Dasar: Perda 12/2023 Pasal 8.',
    );
  });
});

function priced(fee: ServiceDefinition['standard']['fee'], tables?: ServiceDefinition['tables']): ServiceDefinition {
  return sampleDefinition((input) => ({ ...input, standard: { ...input.standard, fee }, ...(tables && { tables }) }));
}
