import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, readPhone } from './phone.ts';

describe('reading a telephone number', () => {
  it.each([
    ['081234567890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['+62 (0) 812 3456 7890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['0062 812 3456 7890', '+6281234567890'],
    ['WA: 0812.3456.7890', '+6281234567890'],
    ['\u202a+62 812-3456-7890\u202c', '+6281234567890'],
    ['٠٨١٢٣٤٥٦٧٨٩٠', '+6281234567890'],
    ['0421-21234', '+6242121234'],
    ['(0421) 21 234', '+6242121234'],
    ['+60 12-345 6789', '+60123456789'],
  ])('%j is %s', (text, phone) => {
    expect(readPhone(text)).toEqual({ ok: true, phone });
  });

  it.each([
    ['0812', 'length'],
    ['08123456789012345', 'length'],
    ['+62', 'length'],
    ['0812 abc', 'digits'],
    ['', 'digits'],
    ['12345678', 'unknown'],
    ['0112345678', 'unknown'],
    ['+1', 'length'],
    ['0812345678901234567890', 'length'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readPhone(text)).toMatchObject({ ok: false, problem });
  });

  it('what is printed is read back', () => {
    const mobile = fc.stringMatching(/^8\d{8,11}$/).map((digits) => `+62${digits}`);
    fc.assert(
      fc.property(mobile, (phone) => {
        expect(readPhone(phone)).toEqual({ ok: true, phone });
        expect(readPhone(formatPhone(phone))).toEqual({ ok: true, phone });
      }),
    );
  });
});

it('people see groups of four', () => {
  expect(formatPhone('+6281234567890')).toBe('0812 3456 7890');
  expect(formatPhone('+60123456789')).toBe('+60123456789');
});
