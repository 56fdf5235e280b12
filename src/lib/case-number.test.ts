import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCaseNumber, newCaseNumber, parseCaseNumber } from './case-number.ts';

test('a number read back with spaces, dots and lower case is the same number', () => {
  for (let i = 0; i < 200; i++) {
    const number = newCaseNumber('P');
    expect(parseCaseNumber(groupCaseNumber(number).toLowerCase())).toBe(number);
    expect(parseCaseNumber(number.replace(/(\d{3})/g, '$1.'))).toBe(number);
  }
});

test('one wrong digit or two swapped neighbours never make another valid number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (position, digit) => {
      const number = newCaseNumber('L');
      const wrong = `${number.slice(0, position)}${digit}${number.slice(position + 1)}`;
      if (wrong !== number) expect(parseCaseNumber(wrong)).toBeUndefined();
      const a = number[position];
      const b = number[position + 1];
      if (b !== undefined && a !== b) {
        const swapped = `${number.slice(0, position)}${b}${a}${number.slice(position + 2)}`;
        expect(parseCaseNumber(swapped)).toBeUndefined();
      }
    }),
  );
});

test('anything else is not a number', () => {
  fc.assert(
    fc.property(fc.string(), (raw) =>
      [undefined, raw.replace(/[\s.-]/g, '').toUpperCase()].includes(parseCaseNumber(raw)),
    ),
  );
});
