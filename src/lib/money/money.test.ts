import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalNumber, formatRupiah, readRupiah } from './money.ts';

describe('reading rupiah', () => {
  it.each([
    ['12500', 12500],
    ['Rp 12.500', 12500],
    ['rp12.500,-', 12500],
    ['Rp. 1.250.000,00', 1250000],
    ['12,500', 12500],
    ['12,500.00', 12500],
    ['IDR 12500', 12500],
    ['12 500', 12500],
    ['1,5 juta', 1500000],
    ['1.5jt', 1500000],
    ['500rb', 500000],
    ['500 ribu', 500000],
    ['2 miliar', 2000000000],
    ['Rp0', 0],
    ['-0', 0],
    ['-5.000', -5000],
    ['٥٠٠٠', 5000],
    ['12500 rupiah', 12500],
  ])('%j is %d', (text, amount) => {
    expect(readRupiah(text)).toEqual({ ok: true, amount });
  });

  it.each([
    ['12,50', 'fraction'],
    ['', 'format'],
    ['gratis', 'format'],
    ['1.2.3', 'format'],
    ['12.50.000', 'format'],
    ['1e5', 'format'],
    ['5 apel', 'format'],
    ['5 constructor', 'format'],
    ['99999999999999999999', 'format'],
    ['$12', 'format'],
    ['0,0001 ribu', 'fraction'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readRupiah(text)).toEqual({ ok: false, problem });
  });

  it('what is printed is read back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(readRupiah(formatRupiah(amount))).toEqual({ ok: true, amount: amount === 0 ? 0 : amount });
      }),
    );
  });
});

it.each([
  [0, 'Rp0'],
  [500, 'Rp500'],
  [12500, 'Rp12.500'],
  [1250000, 'Rp1.250.000'],
  [-7500, '-Rp7.500'],
])('%d rupiah is printed %s', (amount, text) => {
  expect(formatRupiah(amount)).toBe(text);
});

it.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1.234', 1234],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1 234', 1234],
  ['0,75', 0.75],
  ['1,2,3', undefined],
  ['1.23.456', undefined],
  ['', undefined],
])('the number %j is %s', (text, value) => {
  expect(decimalNumber(text)).toBe(value);
});
