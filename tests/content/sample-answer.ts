// One plausible answer of each field type, as a program outside would send it.
import type { Field, FieldType } from '../../src/definition/schema.ts';

const plain: Readonly<Partial<Record<FieldType, unknown>>> = {
  text: 'Contoh jawaban',
  'long-text': 'Contoh jawaban yang lebih panjang',
  name: 'Besse Kartini Contoh',
  nik: '7372015708900001',
  'no-kk': '7372010101150001',
  phone: '081234567890',
  date: '2020-05-17',
  integer: 2,
  decimal: 2.5,
  money: 1500000,
  yesno: true,
  area: '73.72.01.1004',
  address: 'Jl. Bau Massepe No. 10, RT 002 RW 005',
  location: { lat: -4.0135, lng: 119.6255 },
  file: 'unggahan0001',
};

/** Throws for a type no outside program sends, so that a changed type is noticed. */
export function sampleAnswer(field: Field): unknown {
  if (field.type === 'choice') return field.options?.[0]?.value;
  // A year is asked as a number with a lower limit.
  if (field.type === 'integer' && field.min !== undefined && field.min > 2) return field.min;
  if (!(field.type in plain)) throw new Error(`${field.id}: no sample for type ${field.type}`);
  return plain[field.type];
}
