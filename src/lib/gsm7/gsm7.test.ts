import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGsm7, septets, smsParts, toGsm7 } from './gsm7.ts';

test.each([
  ['', 0],
  ['Antrean A-012', 13],
  ['@£$¥èéùìòÇ', 10],
  ['Ä Ö Ñ Ü § ¿', 11],
  ['[lihat]', 9], // both brackets are of the extension table
  ['€5', 3],
  ['{nama}', 8],
  ['a\nb', 3],
  ['^{}\\[~]|€', 18],
])('%j takes %i septets', (text, expected) => {
  expect(septets(text)).toBe(expected);
  expect(isGsm7(text)).toBe(true);
});

test.each([
  ['', 0],
  ['a', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  [`${'a'.repeat(158)}[`, 1],
  [`${'a'.repeat(159)}[`, 2],
  [`${'a'.repeat(152)}[${'a'.repeat(152)}`, 3], // the bracket does not fit the first part, so it begins the second
  ['√', 1],
  ['√'.repeat(70), 1],
  ['√'.repeat(71), 2],
  ['\u{1f600}'.repeat(35), 1], // an emoji takes two UCS-2 letters
  ['\u{1f600}'.repeat(36), 2],
])('%j is sent in %i messages', (text, expected) => {
  expect(smsParts(text)).toBe(expected);
});

test.each([
  ['Jum\u2019at \u2013 kantor', "Jum'at - kantor"],
  ['Besse\u0301 À', 'Besse A'],
  ['Terima kasih \u{1f64f}', 'Terima kasih '],
  ['40 m\u00b2', '40 m2'],
  ['tunggu\u2026', 'tunggu...'],
])('%j is sent as %j', (given, sent) => {
  expect(toGsm7(given)).toBe(sent);
});

test('whatever is written, what is sent is in the alphabet, and sending it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const sent = toGsm7(text);
      expect(isGsm7(sent)).toBe(true);
      expect(toGsm7(sent)).toBe(sent);
    }),
  );
});
