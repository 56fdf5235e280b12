import { expect, it, describe as suite } from 'vitest';
import { describe } from '../conditions/describe.ts';
import { documentsOnPath } from '../interview/documents.ts';
import { interview } from '../interview/interview.ts';
import { parseAnswers } from '../interview/parse-answers.ts';
import { sampleAnswers, sampleDefinition, sampleEnv } from '../testing.ts';
import { derive, withDerived } from './derive.ts';
import { derivedShown } from './shown.ts';

const extra = {
  id: 'penjamin',
  type: 'name' as const,
  label: { id: 'Nama penjamin', en: 'Guarantor' },
  when: { risiko: { is: 'tinggi' } },
};

const definition = sampleDefinition((input) => ({
  ...input,
  derive: {
    risiko: {
      from: 'jenis',
      table: 'risiko-domisili',
      column: 'risiko',
      label: { id: 'Tingkat risiko', en: 'Risk' },
      values: { tetap: 'rendah', sementara: 'tinggi' },
      source: { id: 'Tabel risiko, Perwal 1/2026 Pasal 3', en: 'Risk table, Perwal 1/2026 Pasal 3' },
    },
  },
  documents: [
    ...(input.documents ?? []),
    { id: 'jaminan', label: { id: 'Surat jaminan', en: 'Guarantee' }, when: { risiko: { is: 'tinggi' } } },
  ],
  form: input.form.map((page) => (page.page === 'keperluan' ? { ...page, fields: [...page.fields, extra] } : page)),
}));
suite('a derived value', () => {
  it('follows from the answer and is absent without one', () => {
    expect(derive(definition, { jenis: 'sementara' })).toEqual({ risiko: 'tinggi' });
    expect(derive(definition, {})).toEqual({});
    expect(derive(definition, { jenis: 'lain' })).toEqual({});
  });

  it('opens questions and papers like an answer', () => {
    const sementara = { ...sampleAnswers(), jenis: 'sementara', sampai_tanggal: '2027-01-31' };
    expect(parseAnswers(definition, sementara, sampleEnv()).errors).toMatchObject([
      { field: 'penjamin', code: 'required' },
    ]);
    const { answers, errors } = parseAnswers(definition, { ...sementara, penjamin: 'Andi' }, sampleEnv());
    expect(errors).toEqual([]);
    expect(documentsOnPath(definition, answers, sampleEnv()).map(({ id }) => id)).toContain('jaminan');
    const tetap = parseAnswers(definition, sampleAnswers(), sampleEnv());
    expect(tetap.errors).toEqual([]);
    expect(documentsOnPath(definition, tetap.answers, sampleEnv()).map(({ id }) => id)).not.toContain('jaminan');
  });

  it('cannot be sent: the name is unknown and the value is the table’s', () => {
    const sent = parseAnswers(definition, { ...sampleAnswers(), risiko: 'tinggi' }, sampleEnv());
    expect(sent.errors).toMatchObject([{ field: 'risiko', code: 'field.unknown' }]);
    expect(sent.answers).not.toHaveProperty('risiko');
    expect(withDerived(definition, { jenis: 'tetap', risiko: 'tinggi' })).toMatchObject({ risiko: 'rendah' });
    expect(interview(definition, { ...sampleAnswers() }, sampleEnv()).derived).toMatchObject([
      { id: 'risiko', value: 'rendah' },
    ]);
  });

  it('is said in a condition and shown with its table', () => {
    expect(describe({ risiko: { is: 'tinggi' } }, definition, 'id')).toBe('jika Tingkat risiko adalah tinggi');
    expect(derivedShown(definition, { jenis: 'tetap' }, sampleEnv())).toEqual([
      { id: 'risiko', label: 'Tingkat risiko', value: 'rendah', source: 'Tabel risiko, Perwal 1/2026 Pasal 3' },
    ]);
  });
});
