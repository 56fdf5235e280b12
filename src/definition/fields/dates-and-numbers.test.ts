import { describe, expect, it } from 'vitest';
import type { FieldType } from '../schema.ts';
import { sampleEnv, sampleField } from '../testing.ts';
import { formatField, parseField } from './registry.ts';

const env = sampleEnv();
type Change = Parameters<typeof sampleField>[1];
const read = (type: FieldType, raw: unknown, change: Change = {}) => {
  const parsed = parseField(raw, sampleField(type, change), env);
  return parsed.ok ? parsed.value : parsed.code;
};

describe('date', () => {
  it.each([
    ['17 agustus 1990', '1990-08-17'],
    ['17-8-90', '1990-08-17'],
    ['17/8/1990', '1990-08-17'],
    [{ day: '17', month: '8', year: '1990' }, '1990-08-17'],
    [{ day: 17, month: 'Agustus', year: 1990 }, '1990-08-17'],
    [{ day: '', month: '', year: '' }, 'required'],
    [{ day: '17', month: '', year: '1990' }, 'date.incomplete'],
    [{ day: '17', __proto__: { month: 1, year: 1 } }, 'date.incomplete'],
    [{ day: '31', month: '2', year: '1990' }, 'date.impossible'],
    [{ day: {}, month: [], year: '1990' }, 'date.incomplete'],
    [{ day: [[1]], month: { a: 1 }, year: '1990' }, 'date.format'],
    ['kapan saja', 'date.format'],
    ['1990-02-30', 'date.impossible'],
    [19900817, '1990-08-17'],
    [true, 'date.format'],
    ['9'.repeat(1e5), 'date.format'],
    ['0000-00-00', 'date.impossible'],
  ])('%j is %s', (raw, expected) => {
    expect(read('date', raw)).toBe(expected);
  });

  it('after is strict and before is that day at the latest', () => {
    expect(read('date', '2026-11-22', { after: 'today' })).toBe('date.after');
    expect(read('date', '2026-11-23', { after: 'today' })).toBe('2026-11-23');
    expect(read('date', '2026-11-22', { before: 'today' })).toBe('2026-11-22');
    expect(read('date', '2026-11-23', { before: 'today' })).toBe('date.before');
    expect(read('date', '2009-11-22', { before: 'today-17y' })).toBe('2009-11-22');
    expect(read('date', '2009-11-23', { before: 'today-17y' })).toBe('date.before');
  });

  it('the sentence names the limit', () => {
    expect(parseField('2026-11-22', sampleField('date', { after: 'today' }), env)).toMatchObject({
      message: 'Pilih tanggal setelah hari ini.',
    });
    expect(parseField('2026-11-22', sampleField('date', { before: '2020-01-31' }), env)).toMatchObject({
      message: 'Pilih tanggal paling lambat 31 Januari 2020.',
    });
  });

  it('two digits of a year mean the century that fits', () => {
    expect(read('date', '1-1-27')).toBe('1927-01-01');
    expect(read('date', '1-1-27', { after: 'today' })).toBe('2027-01-01');
    expect(read('date', '1-1-26')).toBe('2026-01-01');
    expect(read('date', '31-12-26')).toBe('1926-12-31');
  });

  it('nobody is born tomorrow', () => {
    expect(read('date', 'besok', { id: 'tgl_lahir' })).toBe('date.before');
    expect(read('date', 'hari ini', { id: 'tgl_lahir' })).toBe('2026-11-22');
    expect(read('date', 'besok')).toBe('2026-11-23');
  });
});

describe('numbers', () => {
  it.each<[FieldType, unknown, unknown]>([
    ['integer', '1.250', 1250],
    ['integer', ' 3 ', 3],
    ['integer', 0, 0],
    ['integer', -0, 0],
    ['integer', '-0', 0],
    ['integer', '3,5', 'integer.whole'],
    ['integer', 3.5, 'integer.whole'],
    ['integer', -1, 'integer.min'],
    ['integer', '-1', 'integer.min'],
    ['integer', '1e3', 'integer.format'],
    ['integer', '0x10', 'integer.format'],
    ['integer', 'tiga', 'integer.format'],
    ['integer', Number.POSITIVE_INFINITY, 'integer.format'],
    ['integer', Number.NaN, 'integer.format'],
    ['integer', 1e15, 'integer.max'],
    ['integer', '9'.repeat(30), 'integer.max'],
    ['integer', '9'.repeat(500), 'integer.format'],
    ['integer', true, 'integer.format'],
    ['integer', [1, 2], 'integer.format'],
    ['decimal', '12,5', 12.5],
    ['decimal', '1.234,56', 1234.56],
    ['decimal', 0.1234567, 0.123457],
    ['decimal', '-1', 'decimal.min'],
    ['decimal', 1e300, 'decimal.max'],
    ['decimal', Number.NEGATIVE_INFINITY, 'decimal.format'],
    ['money', 'Rp 12.500', 12500],
    ['money', 12500, 12500],
    ['money', '1,5 juta', 1500000],
    ['money', 12.5, 'money.fraction'],
    ['money', '12,50', 'money.fraction'],
    ['money', 'gratis', 'money.format'],
    ['money', Number.POSITIVE_INFINITY, 'money.format'],
    ['money', 1e16, 'money.max'],
    ['money', -5, 'money.min'],
    ['money', { amount: 5 }, 'money.format'],
  ])('%s reads %j as %j', (type, raw, expected) => {
    expect(read(type, raw)).toBe(expected);
  });

  it('limits are named in the sentence', () => {
    expect(parseField('99', sampleField('integer', { max: 12 }), env)).toMatchObject({
      message: 'Isi isian paling banyak 12.',
    });
    expect(parseField('-300', sampleField('integer', { min: -273 }), env)).toMatchObject({
      message: 'Isi isian paling sedikit -273.',
    });
    expect(read('integer', '-5', { min: -273 })).toBe(-5);
  });

  it('people see Indonesian notation', () => {
    expect(formatField(1234567.5, sampleField('decimal'), env)).toBe('1.234.567,5');
    expect(formatField(1234567.5, sampleField('decimal'), sampleEnv({ locale: 'en' }))).toBe('1,234,567.5');
    expect(formatField(12500, sampleField('money'), env)).toBe('Rp12.500');
    expect(formatField('2026-11-22', sampleField('date'), env)).toBe('22 November 2026');
  });
});
