import { describe, expect, it } from 'vitest';
import { sampleEnv, sampleField } from '../testing.ts';
import { fieldJsonSchema, formatField, parseField } from './registry.ts';

const env = sampleEnv();
const field = sampleField('group', {
  id: 'anak',
  label: 'Anak',
  max: 3,
  fields: [
    { id: 'nama', type: 'name', label: 'Nama', required: true },
    { id: 'lahir', type: 'date', label: 'Tanggal lahir', required: false },
    { id: 'sekolah', type: 'yesno', label: 'Bersekolah', required: false },
    { id: 'nama_sekolah', type: 'text', label: 'Nama sekolah', required: true, when: { sekolah: { is: true } } },
  ],
});
const errorsOf = (raw: unknown) => {
  const parsed = parseField(raw, field, env);
  return parsed.ok ? parsed.value : (parsed.at?.map((at) => `${at.field} ${at.code}`) ?? parsed.code);
};

describe('a group', () => {
  it.each([
    [[{ nama: 'Andi', lahir: '17/8/2015' }], [{ nama: 'Andi', lahir: '2015-08-17' }]],
    [{ '1': { nama: 'Budi' }, '0': { nama: 'Andi' } }, [{ nama: 'Andi' }, { nama: 'Budi' }]],
    [{ nama: 'Andi' }, [{ nama: 'Andi' }]],
    [[{ nama: '' }, { nama: 'Andi' }, {}, null], [{ nama: 'Andi' }]],
    [[], 'required'],
    [[{ nama: '', lahir: '' }], 'required'],
    [[{ lahir: '2015-01-01' }], ['0.nama required']],
    [
      [{ nama: 'A' }, { nama: '4', lahir: 'x' }],
      ['1.nama name.characters', '1.lahir date.format'],
    ],
    ['Andi', 'group.format'],
    [['Andi'], ['0 group.format']],
    [[{ nama: 'Andi', gaji: 1 }], ['0.gaji field.unknown']],
    [[{ nama: 'Andi', sekolah: 'ya' }], ['0.nama_sekolah required']],
    [[{ nama: 'Andi', sekolah: 'tidak', nama_sekolah: 'SD 1' }], [{ nama: 'Andi', sekolah: false }]],
    [Array.from({ length: 4 }, () => ({ nama: 'A' })), 'group.max'],
    [Array.from({ length: 1e4 }, () => ({ nama: 'A' })), 'group.max'],
  ])('%j gives %j', (raw, expected) => {
    expect(errorsOf(raw)).toEqual(expected);
  });

  it('asks for as many rows as it needs', () => {
    const parsed = parseField([{ nama: 'A' }], { ...field, min: 2 }, env);
    expect(parsed).toMatchObject({ ok: false, code: 'group.min', message: 'Tambahkan anak paling sedikit 2.' });
  });

  it('looks at answers given before it', () => {
    const dependent = sampleField('group', {
      fields: [
        { id: 'nama', type: 'name', label: 'Nama', required: true },
        { id: 'nik', type: 'nik', label: 'NIK', required: true, when: { jenis: { is: 'resmi' } } },
      ],
    });
    expect(parseField([{ nama: 'A' }], dependent, { ...env, answers: { jenis: 'resmi' } }).ok).toBe(false);
    expect(parseField([{ nama: 'A' }], dependent, { ...env, answers: { jenis: 'biasa' } }).ok).toBe(true);
  });

  it('keys of Object.prototype are neither read nor written', () => {
    const hostile: unknown = JSON.parse('[{"__proto__": {"nama": "Palsu"}}, {"nama": "Andi", "constructor": "x"}]');
    expect(errorsOf(hostile)).toEqual(['0.nama required', '0.__proto__ field.unknown', '1.constructor field.unknown']);
    expect({}).not.toHaveProperty('nama');
  });

  it('is printed row by row and described as an array', () => {
    const value = [{ nama: 'Andi', lahir: '2015-08-17' }, { nama: 'Budi' }];
    expect(formatField(value, field, env)).toBe('1. Andi, 17 Agustus 2015; 2. Budi');
    expect(fieldJsonSchema(field)).toMatchObject({
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: { required: ['nama'] },
    });
  });
});
