import { describe, expect, it } from 'vitest';
import type { FieldType } from '../schema.ts';
import { sampleEnv, sampleField } from '../testing.ts';
import { formatField, parseField } from './registry.ts';

const env = sampleEnv();
const read = (type: FieldType, raw: unknown) => parseField(raw, sampleField(type), env);

describe('NIK', () => {
  it.each(['7372011708900001', '7372 0117 0890 0001', '7372.0117.0890.0001', 7372011708900001, ['7372011708900001']])(
    '%j is accepted without a warning',
    (raw) => {
      expect(read('nik', raw)).toEqual({ ok: true, value: '7372011708900001', warnings: [] });
    },
  );

  it.each([
    ['737201170890001', 'nik.length', 'NIK harus 16 angka. Anda mengisi 15.'],
    ['73720117089000O1', 'nik.digits', 'NIK hanya berisi angka. Hapus huruf atau tanda lain.'],
    ['7372013202900001', 'nik.date', 'Periksa angka ke-7 sampai ke-12 NIK. Tanggal lahirnya tidak ada.'],
    ['7372011708900000', 'nik.serial', 'Periksa 4 angka terakhir NIK. Angkanya tidak mungkin 0000.'],
  ])('%s is refused: %s', (raw, code, message) => {
    expect(read('nik', raw)).toEqual({ ok: false, code, message });
  });

  it('the English sentence counts too', () => {
    expect(parseField('737201170890001', sampleField('nik'), sampleEnv({ locale: 'en' }))).toMatchObject({
      message: 'A NIK must have 16 digits. You entered 15.',
    });
  });

  it.each(['7372991708900001', '0072011708900001'])('an unknown area is a warning only: %s', (raw) => {
    expect(read('nik', raw)).toMatchObject({ ok: true, value: raw, warnings: [{ code: 'nik.area_unknown' }] });
  });

  it('a number JSON has rounded is refused, never taken for somebody else\u2019s', () => {
    expect(read('nik', '9171011708900001')).toMatchObject({ ok: true, value: '9171011708900001' });
    expect(read('nik', JSON.parse('9171011708900001'))).toMatchObject({ ok: false, code: 'nik.digits' });
    expect(read('no-kk', JSON.parse('9171011708900001'))).toMatchObject({ ok: false, code: 'no-kk.digits' });
  });

  it('a regency outside the list of areas is not suspicious', () => {
    expect(read('nik', '3171011708900001')).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([{}, true, { nik: 1 }, 'x'.repeat(1e6), Number.POSITIVE_INFINITY, -1, [['7']]])('%j is refused', (raw) => {
    expect(read('nik', raw).ok).toBe(false);
  });
});

describe('other numbers', () => {
  it.each<[FieldType, unknown, string]>([
    ['no-kk', '7372-0117-0815-0003', '7372011708150003'],
    ['npwp', '01.234.567.8-901.000', '012345678901000'],
    ['npwp', '0012 3456 7890 1000', '0012345678901000'],
    ['nib', '1234 5678 90123', '1234567890123'],
    ['nib', 1234567890123, '1234567890123'],
    ['phone', '0812-3456-7890', '+6281234567890'],
    ['phone', 81234567890, '+6281234567890'],
  ])('%s reads %j as %s', (type, raw, value) => {
    expect(read(type, raw)).toMatchObject({ ok: true, value });
  });

  it.each<[FieldType, unknown, string]>([
    ['no-kk', '737201', 'no-kk.length'],
    ['no-kk', 'tidak punya', 'no-kk.digits'],
    ['no-kk', '7372011708150000', 'no-kk.serial'],
    ['npwp', '123', 'npwp.length'],
    ['npwp', 'NPWP saya', 'npwp.digits'],
    ['nib', '123456789012', 'nib.length'],
    ['nib', {}, 'required'],
    ['nib', { x: 1 }, 'nib.digits'],
    ['phone', '0812', 'phone.length'],
    ['phone', 'rumah', 'phone.digits'],
    ['phone', '911', 'phone.unknown'],
    ['phone', ['0812', '0813'], 'phone.digits'],
  ])('%s refuses %j as %s', (type, raw, code) => {
    expect(read(type, raw)).toMatchObject({ ok: false, code });
  });

  it('a KK number with a strange date is noticed', () => {
    expect(read('no-kk', '7372014515080001')).toMatchObject({ ok: true, warnings: [{ code: 'no-kk.date' }] });
  });

  it('people see them grouped as they know them', () => {
    expect(formatField('+6281234567890', sampleField('phone'), env)).toBe('0812 3456 7890');
    expect(formatField('012345678901000', sampleField('npwp'), env)).toBe('01.234.567.8-901.000');
    expect(formatField('7372011708900001', sampleField('nik'), env)).toBe('7372011708900001');
  });
});
