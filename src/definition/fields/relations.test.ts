import { describe, expect, it } from 'vitest';
import { Field } from '../schema.ts';
import { sampleAreas } from '../testing.ts';
import { parseFields } from './registry.ts';

const env = { today: '2026-11-27', locale: 'id', areas: sampleAreas() } as const;
const label = 'Isian';
const fields = [
  { id: 'mulai', type: 'date', label },
  { id: 'selesai', type: 'date', label, notBefore: 'mulai' },
  { id: 'nik', type: 'nik', label },
  { id: 'nik_wakil', type: 'nik', label, notSameAs: ['nik'], required: false },
  {
    id: 'saksi',
    type: 'group',
    label,
    unique: 'nik',
    required: false,
    fields: [
      { id: 'nama', type: 'name', label },
      { id: 'nik', type: 'nik', label, required: false },
    ],
  },
].map((field) => Field.parse(field));
const good = { mulai: '1-12-2026', selesai: '3-12-2026', nik: '7372011708900001' };
const codesOf = (raw: object) =>
  parseFields(fields, { ...good, ...raw }, env).errors.map(({ field, code }) => `${field} ${code}`);

describe('an answer beside another', () => {
  it('may end on the day it starts, or later', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ selesai: '1 desember 2026' })).toEqual([]);
  });

  it('may not end before it starts, and the sentence names the day', () => {
    const { errors, answers } = parseFields(fields, { ...good, selesai: '30-11-2026' }, env);
    expect(errors).toEqual([
      { field: 'selesai', code: 'date.not_before', message: 'Pilih 1 Desember 2026 atau sesudahnya.' },
    ]);
    expect(answers).not.toHaveProperty('selesai');
  });

  it('is not held against an answer that is missing or wrong itself', () => {
    expect(codesOf({ mulai: 'kapan-kapan', selesai: '1-1-2026' })).toEqual(['mulai date.format']);
  });

  it('may not be the NIK already given for another person, however it is written', () => {
    expect(codesOf({ nik_wakil: '7372 0117 0890 0001' })).toEqual(['nik_wakil same_as_other']);
    expect(codesOf({ nik_wakil: '7372015708900001' })).toEqual([]);
  });

  it('may not stand in two rows, and the second row is told', () => {
    const row = (nama: string, nik?: string) => ({ nama, ...(nik ? { nik } : {}) });
    const twice = [row('Andi', '7372011708900001'), row('Besse'), row('Ali', '7372011708900001')];
    expect(codesOf({ saksi: twice })).toEqual(['saksi.2.nik group.twice']);
    expect(codesOf({ saksi: [row('Andi'), row('Besse')] })).toEqual([]);
  });
});
