import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDigits, cleanLine, cleanLines, foldCase } from './people-text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('one line of text', () => {
  it.each([
    ['  Andi\u00a0Tenri ', 'Andi Tenri'],
    ['satu\ndua\ttiga', 'satu dua tiga'],
    ['NUL\u0000 di tengah', 'NUL di tengah'],
    ['\u202eterbalik\u202c', 'terbalik'],
    ['\u2066isolasi\u2069', 'isolasi'],
    ['nol\u200blebar\ufeff', 'nollebar'],
    ['e\u0301', '\u00e9'],
    ['\ud800sendiri', 'sendiri'],
    ['a\u0301\u0302\u0303\u0304\u0305\u0306', '\u00e1\u0302\u0303\u0304'],
  ])('%j is kept as %j', (given, expected) => {
    expect(cleanLine(given)).toBe(expected);
  });

  it('cleaned twice is the same as cleaned once, and is well formed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanLine(text);
        expect(cleanLine(once)).toBe(once);
        expect(once).not.toMatch(/\p{Cs}/u);
        expect(once).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('several lines of text', () => {
  it('keeps line breaks of every kind and at most one empty line', () => {
    expect(cleanLines('satu\r\ndua\r\r\n\n\n tiga \u2028empat\u0000')).toBe('satu\ndua\n\ntiga\nempat');
  });

  it('cleaned twice is the same as cleaned once', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (lines) => {
        const once = cleanLines(lines.join('\n'));
        expect(cleanLines(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('digits of other scripts', () => {
  it.each([
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['०१२३४५६७८९', '0123456789'],
    ['０１２３４５６７８９', '0123456789'],
    ['\u{1d7ce}\u{1d7d8}\u{1d7e9}\u{1d7ff}', '0079'],
    ['7372 ١٢', '7372 12'],
  ])('%s is %s', (given, expected) => {
    expect(asciiDigits(given)).toBe(expected);
  });
});

it('comparing ignores case and marks', () => {
  expect(foldCase(' Tinggál TETAP ')).toBe('tinggal tetap');
});
