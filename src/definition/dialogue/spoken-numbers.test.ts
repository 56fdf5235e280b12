import { describe, expect, it } from 'vitest';
import { digitsFromWords, spokenChoice } from './spoken-numbers.ts';

describe('numbers as they are said', () => {
  it.each([
    ['satu', '1'],
    ['dua puluh lima', '25'],
    ['sebelas', '11'],
    ['dua belas', '12'],
    ['seratus dua puluh tiga', '123'],
    ['seribu sembilan ratus sembilan puluh', '1990'],
    ['dua ribu dua puluh enam', '2026'],
    ['dua juta lima ratus ribu', '2500000'],
    ['seratus dua puluh ribu', '120000'],
    ['nol delapan satu dua', '0812'],
    ['twenty five', '25'],
    ['two hundred', '200'],
    ['tujuh belas agustus seribu sembilan ratus sembilan puluh', '17 agustus 1990'],
    ['Jalan Mawar', 'jalan mawar'],
    ['', ''],
  ])('"%s" is %s', (said, digits) => {
    expect(digitsFromWords(said)).toBe(digits);
  });
});

describe('a choice as it is said', () => {
  it.each([
    ['1.', '1'],
    ['pilih nomor dua', '2'],
    ['Saya pilih yang ketiga', '3'],
    ['no. 4', '4'],
    ['opsi 12)', '12'],
    ['tetap', undefined],
    ['123', undefined],
    ['', undefined],
  ])('"%s"', (said, number) => {
    expect(spokenChoice(said)).toBe(number);
  });
});
